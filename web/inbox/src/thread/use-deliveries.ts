import type { ConversationSummary } from "@shopbell/protocol/staff";
import { useMemo } from "react";
import { useLiveState } from "../live/live.ts";
import { useMailStanding } from "../mail/mail-standing.ts";
import { type Delivery, deliveries } from "./delivery.ts";
import type { Row } from "./rows.ts";

export function useDeliveries(
  rows: readonly Row[],
  { id, delivered, seen, emailed, customer, blocked }: ConversationSummary,
): ReadonlyMap<string, Delivery> {
  const online = useLiveState((state) => state.inbox.online.has(id));
  const connected = useLiveState(
    ({ connection }) => connection.kind === "open" || connection.kind === "polling",
  );
  const { canSend } = useMailStanding();
  const byEmail = canSend && customer.email !== null && !blocked;
  return useMemo(
    () => deliveries(rows, { delivered, seen, emailed, byEmail, online, connected }),
    [rows, delivered, seen, emailed, byEmail, online, connected],
  );
}
