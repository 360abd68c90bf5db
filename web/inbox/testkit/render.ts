import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { afterEach } from "vitest";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const cleanups: (() => void)[] = [];

afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
  localStorage.clear();
});

/** Puts something on the page until the test is over. */
export function render(node: ReactNode) {
  const container = document.createElement("div");
  document.body.append(container);
  const root = createRoot(container);
  act(() => root.render(node));
  cleanups.push(() => {
    act(() => root.unmount());
    container.remove();
  });
  return {
    container,
    rerender: (next: ReactNode) => act(() => root.render(next)),
    find: (selector: string) => found(container, selector),
  };
}

function found(container: HTMLElement, selector: string): HTMLElement {
  const element = container.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`Nothing on the page is ${selector}`);
  return element;
}

/** An input among what is on the page. */
export function asInput(element: HTMLElement): HTMLInputElement {
  if (!(element instanceof HTMLInputElement)) throw new Error("Not an input");
  return element;
}

/** Types as a browser does: the value first, then the event React listens to. */
export function type(field: HTMLElement, text: string): void {
  const kind = [HTMLTextAreaElement, HTMLInputElement].find((each) => field instanceof each);
  if (!kind) throw new Error("Not a field to type into");
  const setter = Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set;
  act(() => {
    setter?.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

export function press(target: EventTarget, key: string, init: KeyboardEventInit = {}): void {
  act(() => {
    target.dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init }),
    );
  });
}
