import type { View } from "@shopbell/protocol/staff";
import type { Virtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from "react";
import { useLocation } from "wouter";
import { singleKeysWork } from "../keyboard/single-keys.ts";
import { useBindings } from "../keyboard/use-shortcut.ts";
import { messagesPath } from "./view.ts";

interface Options {
  readonly view: View;
  readonly order: readonly string[];
  readonly open: string | undefined;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly virtual: Virtualizer<HTMLDivElement, Element>;
  readonly onActive: (id: string) => void;
}

/**
 * Arrows, Home and End on a row, J and K from anywhere: they move and open. Held down, they only move,
 * and the conversation they stop at opens when the key is let go.
 */
export function useRowKeys({ view, order, open, scroller, virtual, onActive }: Options) {
  const [, navigate] = useLocation();
  const wanted = useRef<string | null>(null);

  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const row = rowOf(scroller.current, wanted.current);
    if (!row) return;
    row.focus({ preventScroll: true });
    wanted.current = null;
  });

  const go = (index: number, opens: boolean) => {
    const id = order[Math.max(0, Math.min(order.length - 1, index))];
    if (id === undefined) return;
    wanted.current = id;
    onActive(id);
    virtual.scrollToIndex(order.indexOf(id));
    rowOf(scroller.current, id)?.focus({ preventScroll: true });
    if (opens) navigate(messagesPath(view, id));
  };

  const here = () => order.indexOf(focusedId(scroller.current) ?? open ?? "");

  useBindings([
    { keys: "j", run: (event) => go(here() + 1, !event.repeat), whileHeld: true },
    { keys: "k", run: (event) => go(here() - 1, !event.repeat), whileHeld: true },
  ]);

  return {
    onKeyDown(event: KeyboardEvent) {
      const index = indexFor(event.key, here(), order.length);
      if (index === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      go(index, !event.repeat);
    },
    onKeyUp(event: KeyboardEvent) {
      const id = focusedId(scroller.current);
      if (moves(event.key) && id && id !== open) navigate(messagesPath(view, id));
    },
  };
}

const MOVING = new Set(["ArrowDown", "ArrowUp", "Home", "End"]);

function moves(key: string): boolean {
  return MOVING.has(key) || (/^[jk]$/i.test(key) && singleKeysWork());
}

function indexFor(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case "ArrowDown":
      return at + 1;
    case "ArrowUp":
      return at - 1;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}

function rowOf(scroller: HTMLElement | null, id: string): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`[data-conversation="${CSS.escape(id)}"]`) ?? null;
}

/** The conversation of the row that has the focus, or whose box has it. */
export function focusedId(scroller: HTMLElement | null): string | undefined {
  const focused = document.activeElement;
  if (!focused || !scroller?.contains(focused)) return undefined;
  const row = focused.closest("li")?.querySelector<HTMLElement>("[data-conversation]");
  return row?.dataset.conversation;
}
