import type { Virtualizer } from "@tanstack/react-virtual";
import type { KeyboardEvent, RefObject } from "react";
import type { Row } from "./rows.ts";

/** Arrows go from message to message once one has the focus; on the log itself they scroll. Enter goes into it from the end. */
export function useLogKeys(
  scroller: RefObject<HTMLDivElement | null>,
  virtual: Virtualizer<HTMLDivElement, Element>,
  rows: readonly Row[],
) {
  const focusRow = (index: number) => {
    const key = rows[index]?.key;
    if (key === undefined) return;
    virtual.scrollToIndex(index);
    requestAnimationFrame(() => {
      const message = `[data-message="${CSS.escape(key)}"]`;
      scroller.current?.querySelector<HTMLElement>(message)?.focus({ preventScroll: true });
    });
  };

  return (event: KeyboardEvent) => {
    const focused = document.activeElement;
    if (event.key === "Enter" && focused === scroller.current) focusRow(rows.length - 1);
    if (!(focused instanceof HTMLElement) || focused.dataset.message === undefined) return;
    const at = rows.findIndex((row) => row.key === focused.dataset.message);
    const next = event.key === "ArrowUp" ? at - 1 : event.key === "ArrowDown" ? at + 1 : undefined;
    if (next === undefined) return;
    event.preventDefault();
    focusRow(next);
  };
}
