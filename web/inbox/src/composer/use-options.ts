import { useEffect, useId, useLayoutEffect, useState } from "react";
import type { CompletionProps } from "./use-completion.ts";

interface Options<T> extends Pick<CompletionProps, "keys" | "onList"> {
  readonly label: string;
  /** What it is about: with another word the first is chosen again. */
  readonly word: string;
  readonly items: readonly T[];
  readonly choose: (item: T) => void;
  /** Which option the keys are at first; none where an Enter is not to choose by itself. */
  readonly first?: number;
}

/** The options of a list that completes: arrows go through them and round, Enter and Tab choose. */
export function useOptions<T>({ keys, onList, label, word, items, choose, first = 0 }: Options<T>) {
  const id = useId();
  // Where the keys went; before that it is the first, also of what comes late.
  const [place, setPlace] = useState<{ readonly word: string; readonly at: number } | null>(null);
  const at = place?.word === word && place.at < items.length ? place.at : first;
  const optionId = (index: number) => `${id}-${index}`;
  const active = items[at] === undefined ? undefined : optionId(at);
  const isOpen = items.length > 0;

  useLayoutEffect(() => {
    keys.current = ({ key }) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[key];
      const item = items[at];
      if (step !== undefined && isOpen) {
        const from = at < 0 && step < 0 ? 0 : at;
        setPlace({ word, at: (from + step + items.length) % items.length });
      } else if ((key === "Enter" || key === "Tab") && item !== undefined) choose(item);
      else return false;
      return true;
    };
    return () => {
      keys.current = null;
    };
  });

  useEffect(() => {
    onList(isOpen ? { id, active } : null);
  }, [onList, id, active, isOpen]);

  useEffect(() => {
    if (active) document.getElementById(active)?.scrollIntoView?.({ block: "nearest" });
  }, [active]);

  return {
    listProps: { id, role: "listbox" as const, "aria-label": label },
    optionProps: (item: T, index: number) => ({
      id: optionId(index),
      role: "option" as const,
      tabIndex: -1,
      "aria-selected": index === at,
      // Before the field would lose the focus.
      onPointerDown: (event: { preventDefault: () => void }) => {
        event.preventDefault();
        choose(item);
      },
    }),
  };
}
