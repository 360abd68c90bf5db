import type { MouseEvent } from "react";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { rowAt, useLongPress } from "./use-long-press.ts";
import type { Selecting } from "./use-selection.ts";

/** Where there is nothing to point with: a tap is all one can do to a row. */
const touch = matchMedia("(hover: none) and (pointer: coarse)");

/**
 * How rows are chosen besides by their boxes: X on the one that has the focus or is open, Shift and a click for everything
 * in between, a long press with a finger and taps from then on.
 */
export function useRowChoosing(selecting: Selecting, here: () => string | undefined) {
  const longPress = useLongPress((id) => {
    if (!selecting.ids.has(id)) selecting.toggle(id);
  });
  useShortcut("x", () => {
    const id = here();
    if (id !== undefined) selecting.toggle(id);
  });

  return {
    ...longPress.handlers,
    onMouseDown(event: MouseEvent) {
      // Or the text in between would be marked.
      if (event.shiftKey && rowAt(event.target) !== undefined) event.preventDefault();
    },
    onClickCapture(event: MouseEvent) {
      const id = rowAt(event.target);
      if (id === undefined) return;
      const tapped = selecting.active && touch.matches;
      const ended = longPress.tookClick();
      if (!event.shiftKey && !tapped && !ended) return;
      // The row is a link, and would be opened.
      event.preventDefault();
      event.stopPropagation();
      if (event.shiftKey) selecting.extendTo(id);
      else if (tapped && !ended) selecting.toggle(id);
    },
  };
}
