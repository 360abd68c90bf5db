import { countOf } from "@shopbell/sync/inbox";
import { useLiveState } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import type { Place } from "./view.ts";

/** How many conversations a view holds, as it is written: "22", "999+". Unknown until the inbox is there, and of what is no view. */
export function useViewCount(place: Place): string | undefined {
  const count = useLiveState(({ phase, inbox }) =>
    phase === "ready" && place !== "others" ? countOf(inbox, place) : undefined,
  );
  return count === undefined ? undefined : texts.list.count(count);
}
