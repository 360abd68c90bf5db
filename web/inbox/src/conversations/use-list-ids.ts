import type { ConversationSummary } from "@shopbell/protocol/staff";
import { compareRows } from "@shopbell/sync/inbox-lists";
import { useMemo, useState } from "react";
import { useLiveState } from "../live/live.ts";
import type { Place } from "./view.ts";

const NOTHING: readonly ConversationSummary[] = [];

interface Opened {
  readonly place: Place;
  readonly id: string | undefined;
}

/**
 * The conversations of a view, newest activity first. One that was opened from here stays while it is
 * open, so that reading it does not take it out of *Unread* under the reader's eyes.
 */
export function useListIds(place: Place, open: string | undefined): readonly string[] {
  const rows = useLiveState(({ inbox }) =>
    place === "others" ? NOTHING : (inbox.lists[place]?.rows ?? NOTHING),
  );
  const opened = useLiveState((state) => (open ? state.inbox.conversations.get(open) : undefined));
  const listed = rows.some((row) => row.id === open);
  const [kept, setKept] = useState<Opened>({ place, id: undefined });
  const isKept = kept.place === place && kept.id === open;
  if (listed && !isKept) setKept({ place, id: open });

  const staying = !listed && isKept ? opened : undefined;
  return useMemo(() => {
    const all = staying ? [...rows, staying].sort(compareRows) : rows;
    return all.map((row) => row.id);
  }, [rows, staying]);
}
