import type { Writing } from "@shopbell/sync/writing";
import { useMemo } from "react";
import { useLiveState } from "../live/live.ts";

/** Drafts of conversations that this person may not see any more, newest first. */
export function useStranded(): readonly Writing[] {
  const drafts = useLiveState((state) => state.drafts);
  return useMemo(
    () =>
      [...drafts.values()]
        .filter(({ isStranded, text }) => isStranded && text.trim() !== "")
        .sort((one, other) => other.at - one.at),
    [drafts],
  );
}
