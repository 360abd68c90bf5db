/**
 * Gives an element the focus, and again whenever the frame gets it while nothing in the frame has it: hidden, a frame
 * loses what had its focus, and shown again at once it may never hear that it was hidden. Returns how to stop.
 */
export function firstFocus(element: HTMLElement): () => void {
  const take = () => {
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body) element.focus();
  };
  element.focus();
  addEventListener("focus", take);
  return () => removeEventListener("focus", take);
}
