import type { ConversationSummary } from "@shopbell/protocol/staff";
import { compareRows } from "@shopbell/sync/inbox-lists";
import { useMemo } from "react";
import { useLiveState } from "../live/live.ts";

const SHOWN = 3;

/** The newest unread conversations, or the newest when none is unread. */
export function useLatest(): readonly ConversationSummary[] {
  const known = useLiveState((state) => state.inbox.conversations);
  return useMemo(() => {
    const all = [...known.values()];
    const unread = all.filter((summary) => summary.unread > 0);
    return (unread.length > 0 ? unread : all).sort(compareRows).slice(0, SHOWN);
  }, [known]);
}
