import { useEffect } from "react";

/** F6 and Shift F6 go from pane to pane: whatever carries `data-pane`, in the order of the page. */
export function usePaneCycle(): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key !== "F6") return;
      event.preventDefault();
      cycle(event.shiftKey ? -1 : 1);
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, []);
}

function cycle(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>("[data-pane]")].filter(
    (pane) => pane.getClientRects().length > 0,
  );
  // The innermost, for the composer is a pane within the conversation.
  const at = panes.findLastIndex((pane) => pane.contains(document.activeElement));
  const next = at < 0 ? panes[0] : panes.at((at + step) % panes.length);
  (next?.querySelector<HTMLElement>("[data-pane-focus]") ?? next)?.focus();
}
