import type { View } from "@shopbell/protocol/staff";
import { badge } from "@shopbell/sync/inbox";
import type { StaffState } from "@shopbell/sync/staff-session";
import { useLiveState } from "../live/live.ts";

/** How many conversations a view holds; unknown while more of it lies on the server. */
export function useViewCount(view: View): number | undefined {
  return useLiveState((state) => countOf(state, view));
}

function countOf({ phase, inbox }: StaffState, view: View): number | undefined {
  if (phase !== "ready") return undefined;
  if (view === "unread") return badge(inbox);
  const list = inbox.lists[view];
  return list?.next === null ? list.rows.length : undefined;
}
