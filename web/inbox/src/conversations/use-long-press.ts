import { type PointerEvent, useRef } from "react";

const LONG_MS = 450;
/** A finger that moves this far scrolls. */
const SLACK_PX = 10;

interface Press {
  readonly x: number;
  readonly y: number;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Handlers for a list whose rows a finger may press for long. What the browser would do with the press does not happen. */
export function useLongPress(onLongPress: (id: string) => void) {
  const press = useRef<Press | null>(null);
  const done = useRef(false);

  const end = () => {
    if (press.current) clearTimeout(press.current.timer);
    press.current = null;
  };

  return {
    /** Whether the click that follows is only the end of a long press. */
    tookClick() {
      const took = done.current;
      done.current = false;
      return took;
    },
    handlers: {
      onPointerDown({ pointerType, target, clientX, clientY }: PointerEvent) {
        end();
        done.current = false;
        const id = rowAt(target);
        if (pointerType !== "touch" || id === undefined) return;
        const timer = setTimeout(() => {
          done.current = true;
          onLongPress(id);
        }, LONG_MS);
        press.current = { x: clientX, y: clientY, timer };
      },
      onPointerMove({ clientX, clientY }: PointerEvent) {
        const { x, y } = press.current ?? { x: clientX, y: clientY };
        if (Math.hypot(clientX - x, clientY - y) > SLACK_PX) end();
      },
      onPointerUp: end,
      onPointerCancel: end,
      onContextMenu(event: { preventDefault(): void }) {
        if (press.current || done.current) event.preventDefault();
      },
    },
  };
}

/** The conversation of the row that something on the page belongs to. */
export function rowAt(target: EventTarget | null): string | undefined {
  const row = target instanceof Element ? target.closest("[data-conversation]") : null;
  return row instanceof HTMLElement ? row.dataset.conversation : undefined;
}
