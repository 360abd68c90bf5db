import type { View } from "@shopbell/protocol/staff";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useLive, useLiveState } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import styles from "./conversation-list.module.css";
import { ConversationRow } from "./conversation-row.tsx";
import { ListEnd } from "./list-end.tsx";
import { RowTick } from "./row-tick.tsx";
import { useHeldOrder } from "./use-held-order.ts";
import { useHolding } from "./use-holding.ts";
import { useMoving } from "./use-moving.ts";
import { useRowChoosing } from "./use-row-choosing.ts";
import { focusedId, useRowKeys } from "./use-row-keys.ts";
import type { Selecting } from "./use-selection.ts";

const ROW_HEIGHT = 83;
/** The next page is asked for while this many rows are still to come. */
const AHEAD = 15;

interface Props {
  readonly view: View;
  readonly open: string | undefined;
  readonly ids: readonly string[];
  readonly selecting: Selecting;
  readonly empty: ReactNode;
}

/** The rows of a view, of which only those on screen exist in the page. */
export function ConversationList({ view, open, ids, selecting, empty }: Props) {
  const { session } = useLive();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | undefined>(undefined);
  const { held, pointed, holding } = useHolding();
  const exists = (id: string) => session.getSnapshot().inbox.conversations.has(id);
  const order = useHeldOrder(ids, { held, pointed, exists });
  const moving = useMoving(order);
  const next = useLiveState((state) => state.inbox.lists[view]?.next ?? null);

  const virtual = useVirtualizer({
    count: order.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => order[index] ?? index,
    scrollPaddingStart: 8,
    scrollPaddingEnd: 8,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();

  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (next !== null && lastShown >= order.length - AHEAD) session.loadMore(view);
  }, [session, view, next, lastShown, order.length]);

  // The Tab key needs a row that exists: the open one may be far away.
  const drawn = items.map(({ index }) => order[index]);
  const stop = [active, open].find((id) => id !== undefined && drawn.includes(id)) ?? drawn[0];
  const keys = useRowKeys({ view, order, open, scroller, virtual, onActive: setActive });
  const choosing = useRowChoosing(selecting, () => focusedId(scroller.current) ?? open);
  const onTick = (id: string, withShift: boolean) => {
    if (withShift) selecting.extendTo(id);
    else selecting.toggle(id);
  };

  if (order.length === 0 && next === null) return empty;
  return (
    <div ref={scroller} className={styles.scroller}>
      <ul
        {...holding}
        {...keys}
        {...choosing}
        className={styles.list}
        aria-label={texts.list.label}
        data-moving={moving ? "" : undefined}
        data-selecting={selecting.active ? "" : undefined}
        style={{ blockSize: virtual.getTotalSize() }}
      >
        {items.map(({ index, key, start }) => {
          const id = order[index];
          if (id === undefined) return null;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={next === null ? order.length : -1}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <ConversationRow
                id={id}
                view={view}
                open={id === open}
                stop={id === stop}
                selected={selecting.ids.has(id)}
                onFocus={setActive}
              />
              <RowTick
                id={id}
                selected={selecting.ids.has(id)}
                shown={selecting.active}
                stop={id === stop}
                onTick={onTick}
              />
            </li>
          );
        })}
      </ul>
      <ListEnd view={view} />
    </div>
  );
}
