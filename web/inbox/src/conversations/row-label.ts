import type { ConversationSummary } from "@shopbell/protocol/staff";
import { customerName } from "../customer/customer-name.ts";
import { texts } from "../texts/en.ts";
import { spokenAge } from "../time/format.ts";
import type { RowPreview } from "./use-preview.ts";

/** What a screen reader says of a row: "Lukas Brandt, online, unread, unassigned, 3 minutes ago: …". */
export function rowLabel(
  summary: ConversationSummary,
  preview: RowPreview,
  online: boolean,
  now: number,
): string {
  const parts = [
    customerName(summary.customer),
    ...(summary.mentioned ? [texts.list.mentioned] : []),
    ...(online ? [texts.list.online] : []),
    ...(summary.unread > 0 ? [texts.list.unread] : []),
    ...(summary.blocked ? [texts.list.blockedSpoken] : []),
    ...summary.labels,
    summary.assignee ? texts.list.assigned(summary.assignee.name) : texts.list.unassigned,
    spokenAge(preview.at ?? summary.lastActivityAt, now),
  ];
  return texts.list.row(parts, `${preview.prefix} ${preview.text}`.trim());
}
