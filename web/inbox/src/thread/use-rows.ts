import type { ConversationSummary, StaffMessage } from "@shopbell/protocol/staff";
import { bubbles } from "@shopbell/sync/bubbles";
import { emptyThread, hasEarlier, seqOf } from "@shopbell/sync/thread";
import { useMemo, useState } from "react";
import { useLive, useLiveState } from "../live/live.ts";
import { firstUnreadOf, type Row, rowsOf } from "./rows.ts";

const NOTHING = emptyThread<StaffMessage>();

interface Rows {
  readonly rows: readonly Row[];
  /** Nothing lies before the first row. */
  readonly complete: boolean;
}

export function useRows(summary: ConversationSummary): Rows {
  const { staff } = useLive();
  const thread = useLiveState((state) => state.inbox.threads.get(summary.id) ?? NOTHING);
  const entries = useLiveState((state) => state.outbox.entries);
  // The line stays where it was when the thread was opened, until the reader leaves.
  const [firstUnread] = useState(() => firstUnreadOf(thread.messages, summary.unread));
  const complete = !hasEarlier(seqOf, thread);
  const rows = useMemo(() => {
    const own = entries.filter((entry) => entry.conversation === summary.id);
    return rowsOf(bubbles(thread.messages, own), staff, firstUnread, complete);
  }, [thread.messages, entries, summary.id, staff, firstUnread, complete]);
  return { rows, complete };
}
