import type { Rich } from "../texts/rich.ts";

/** A word on what was just done, and how to take it back. */
export interface Toast {
  readonly text: Rich;
  readonly undo?: () => void;
  /** What it names; nothing of it stays on screen once it is no longer to be seen. */
  readonly conversation?: string;
}

type Listener = (toast: Toast) => void;

const listeners = new Set<Listener>();

/** Takes the place of the one before: there is one at a time. */
export function showToast(toast: Toast): void {
  for (const listener of listeners) listener(toast);
}

export function onToast(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
