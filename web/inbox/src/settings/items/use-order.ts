import { type KeyboardEvent, useRef, useState } from "react";
import { announce } from "../../announce/announce.ts";
import { orderTexts as texts } from "../../texts/en-order.ts";

/** The list with one of its items in another place. */
export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return items;
  const others = items.toSpliced(from, 1);
  return others.toSpliced(to, 0, item);
}

/** Sorting by hand: a handle to drag, or Space, arrows and Space; and Move up and Move down for everybody else. */
export function useOrder<T extends { readonly id: string }>(
  saved: readonly T[],
  nameOf: (item: T) => string,
  save: (order: readonly string[]) => void,
) {
  const [order, setOrder] = useState<readonly string[] | null>(null);
  const [lifted, setLifted] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);

  const ids = order ?? saved.map(({ id }) => id);
  const sorted = ids.flatMap((id) => saved.find((item) => item.id === id) ?? []);
  const titleOf = (id: string) => {
    const item = saved.find((each) => each.id === id);
    return item ? nameOf(item) : "";
  };

  const moveTo = (id: string, to: number): readonly string[] => {
    const next = moved(ids, ids.indexOf(id), to);
    setOrder(next);
    return next;
  };

  const drop = (id: string, next: readonly string[]) => {
    setLifted(null);
    announce(texts.dropped(titleOf(id), next.indexOf(id) + 1, next.length));
    save(next);
  };

  const putBack = (id: string) => {
    setLifted(null);
    setOrder(null);
    announce(texts.putBack(titleOf(id)));
  };

  const onKeyDown = (id: string, event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.key === " ") {
      if (lifted === id) drop(id, ids);
      else {
        setLifted(id);
        announce(texts.lifted(titleOf(id), ids.indexOf(id) + 1, ids.length));
      }
    } else if (lifted === id && step !== undefined) {
      const next = moveTo(id, ids.indexOf(id) + step);
      announce(texts.movedTo(titleOf(id), next.indexOf(id) + 1, next.length));
    } else if (lifted === id && event.key === "Escape") putBack(id);
    else return;
    event.preventDefault();
  };

  const dragTo = (id: string, height: number) => {
    const rows = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect());
    const to = rows.findIndex(({ bottom }) => height < bottom);
    moveTo(id, to < 0 ? ids.length - 1 : to);
  };
  const latest = useRef({ dragTo, drop, putBack, ids });
  latest.current = { dragTo, drop, putBack, ids };

  /** Listens on the window: a row that moves in the page would let the pointer go. */
  const drag = (id: string) => {
    setLifted(id);
    const end = new AbortController();
    const on = (
      name: "pointermove" | "pointerup" | "pointercancel",
      act: (event: PointerEvent) => void,
    ) => addEventListener(name, act, { signal: end.signal });
    on("pointermove", ({ clientY }) => latest.current.dragTo(id, clientY));
    on("pointerup", () => {
      end.abort();
      latest.current.drop(id, latest.current.ids);
    });
    on("pointercancel", () => {
      end.abort();
      latest.current.putBack(id);
    });
  };

  return {
    sorted,
    lifted,
    list,
    /** To be called when the server's order is here again. */
    settled: () => setOrder(null),
    move: (id: string, by: number) => {
      const next = moveTo(id, ids.indexOf(id) + by);
      if (next !== ids) drop(id, next);
    },
    handleProps: (id: string) => ({
      onKeyDown: (event: KeyboardEvent) => onKeyDown(id, event),
      onBlur: () => {
        if (lifted === id) drop(id, ids);
      },
      onPointerDown: ({ button }: { readonly button: number }) => {
        if (button === 0) drag(id);
      },
    }),
  };
}
