import type { ConversationSummary, View } from "@shopbell/protocol/staff";
import { compareRows } from "@shopbell/sync/inbox-lists";
import { useMemo, useState } from "react";
import { useLiveState } from "../live/live.ts";

const NOTHING: readonly ConversationSummary[] = [];

/**
 * The conversations of a view, newest activity first. One that was opened from here stays while it is
 * open, so that reading it does not take it out of *Unread* under the reader's eyes.
 */
export function useListIds(view: View, open: string | undefined): readonly string[] {
  const rows = useLiveState((state) => state.inbox.lists[view]?.rows ?? NOTHING);
  const opened = useLiveState((state) => (open ? state.inbox.conversations.get(open) : undefined));
  const listed = rows.some((row) => row.id === open);
  const [kept, setKept] = useState<string | undefined>(undefined);
  if (listed && kept !== open) setKept(open);

  const staying = !listed && opened && kept === opened.id ? opened : undefined;
  return useMemo(() => {
    const all = staying ? [...rows, staying].sort(compareRows) : rows;
    return all.map((row) => row.id);
  }, [rows, staying]);
}
