import { useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { cameBack, type LeftPlace, leave, placeToComeBackTo } from "./left-places.ts";
import type { Row } from "./rows.ts";
import { NEAR_END_PX, useStayAtEnd } from "./use-stay-at-end.ts";

/** Earlier messages are asked for while this many rows are still above. */
const AHEAD = 20;
/** A message is on screen once this much of it is. */
const GLIMPSE_PX = 16;

interface Options {
  readonly conversation: string;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly rows: readonly Row[];
  /** The message to open at, when one is looked for. */
  readonly at: number | undefined;
  /** Earlier messages exist and are not on their way. */
  readonly more: boolean;
  readonly onMore: () => void;
}

/**
 * Where the reader is. The thread opens at the first unread message, else at the end, or where it was left when that
 * is undone; it follows what comes while the end is on screen, and otherwise stays where it is read.
 */
export function useLogScroll({ conversation, scroller, rows, at, more, onMore }: Options) {
  const [left] = useState(() => (at === undefined ? placeToComeBackTo(conversation) : undefined));
  // Before that of the rows, who forget where they are when they go.
  const leaving = useRef(() => {});
  useLayoutEffect(() => () => leaving.current(), []);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 64,
    getItemKey: (index) => rows[index]?.key ?? index,
    anchorTo: "end",
    followOnAppend: true,
    scrollEndThreshold: NEAR_END_PX,
    paddingStart: 12,
    paddingEnd: 8,
    overscan: 8,
    ...(left && { initialOffset: left.offset, initialMeasurementsCache: left.rows }),
  });
  const toEnd = useCallback(() => virtual.scrollToEnd(), [virtual]);

  // Once, when the thread opens.
  // biome-ignore lint/correctness/useExhaustiveDependencies: later it is the reader who scrolls.
  useLayoutEffect(() => {
    cameBack();
    if (at !== undefined || left) return;
    const unread = rows.findIndex((row) => row.startsUnread);
    if (unread >= 0) virtual.scrollToIndex(unread, { align: "start" });
    else virtual.scrollToEnd();
  }, []);

  const items = virtual.getVirtualItems();
  const nearStart = (items[0]?.index ?? 0) < AHEAD;
  const wanted = nearStart && more;
  useEffect(() => {
    if (wanted) onMore();
  }, [wanted, onMore]);

  const bottom = (virtual.scrollOffset ?? 0) + (virtual.scrollRect?.height ?? 0);
  const seenSeq = items
    .filter((item) => item.start + GLIMPSE_PX < bottom)
    .reduce((seq, item) => Math.max(seq, rows[item.index]?.seq ?? 0), 0);

  const atEnd = virtual.isAtEnd(NEAR_END_PX);
  useLayoutEffect(() => {
    // Earlier conversations are not there at once when it opens again.
    const isSteady = !atEnd && !rows[0]?.key.startsWith("past");
    leaving.current = () => leave(conversation, isSteady ? placeOf(virtual) : undefined);
  });
  const missed = useMissed(rows, atEnd);
  useFollowOwn(rows, toEnd);
  useStayAtEnd(scroller, toEnd);
  return { virtual, atEnd, seenSeq, missed, toEnd };
}

function placeOf(virtual: Virtualizer<HTMLDivElement, Element>): LeftPlace {
  return { offset: virtual.scrollOffset ?? 0, rows: virtual.takeSnapshot() };
}

/** How many messages of the customer came since the end was last on screen. */
function useMissed(rows: readonly Row[], atEnd: boolean): number {
  const last = rows.findLast((row) => row.seq > 0)?.seq ?? 0;
  const [left, setLeft] = useState(last);
  if (atEnd && left !== last) setLeft(last);
  if (atEnd) return 0;
  return rows.filter((row) => row.seq > left && row.content.kind === "customer").length;
}

/** What I send is where I want to be. */
function useFollowOwn(rows: readonly Row[], toEnd: () => void): void {
  const last = rows.at(-1);
  const unsent = last?.seq === 0 ? last.key : undefined;
  const before = useRef(unsent);
  useLayoutEffect(() => {
    if (unsent !== undefined && unsent !== before.current) toEnd();
    before.current = unsent;
  }, [unsent, toEnd]);
}
