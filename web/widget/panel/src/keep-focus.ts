const PAUSE_MS = 150;
const TRIES = 4;

/**
 * Puts the focus on an element, and sees that the frame gets it too. The shop's page runs in a process of its own: what
 * either does while the panel closes and opens again may overtake the other, and then an element has the focus in a frame
 * that has none. Once the frame had it, the shopper may take it elsewhere. Returns how to stop.
 */
export function keepFocus(element: HTMLElement): () => void {
  let tries = 0;
  element.focus();
  const timer = setInterval(() => {
    tries += 1;
    const isMissing = !document.hasFocus() && document.activeElement === element;
    if (!isMissing || tries === TRIES) clearInterval(timer);
    if (!isMissing) return;
    // What has the focus already is not given it again.
    element.blur();
    element.focus();
  }, PAUSE_MS);
  return () => clearInterval(timer);
}
