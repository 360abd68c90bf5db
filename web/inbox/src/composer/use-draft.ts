import type { Writing } from "@shopbell/sync/writing";
import { useLiveState } from "../live/live.ts";

/** What this person typed into a conversation and has not sent, on whichever device. */
export function useDraft(conversation: string): Writing | undefined {
  return useLiveState((state) => state.drafts.get(conversation));
}
