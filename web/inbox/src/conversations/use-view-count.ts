import type { View } from "@shopbell/protocol/staff";
import { countOf } from "@shopbell/sync/inbox";
import { useLiveState } from "../live/live.ts";
import { texts } from "../texts/en.ts";

/** How many conversations a view holds, as it is written: "22", "999+". Unknown until the inbox is there. */
export function useViewCount(view: View): string | undefined {
  const count = useLiveState(({ phase, inbox }) =>
    phase === "ready" ? countOf(inbox, view) : undefined,
  );
  return count === undefined ? undefined : texts.list.count(count);
}
