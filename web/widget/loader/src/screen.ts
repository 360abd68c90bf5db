import { element, wear } from "./element.ts";

/** Where the panel fills the screen. */
export const SMALL = "(width<480px),(height<500px)";

/** The dialog that holds the panel's frame: beside the page, or over all of it on a small screen. */
export type Screen = readonly [
  dialog: HTMLDialogElement,
  frame: HTMLIFrameElement,
  small: MediaQueryList,
  show: () => void,
];

/** A closed dialog takes no focus and no place, so the panel can be loaded in it unseen. */
export function createScreen(parent: Node, changed: () => void): Screen {
  const dialog = element(parent, "dialog");
  const frame = document.createElement("iframe");
  const small = matchMedia(SMALL);
  const lock = wear(document, "html{overflow:hidden!important}");

  const settle = () => {
    lock.disabled = !dialog.open || !small.matches;
    changed();
  };
  const show = () => {
    if (!dialog.open) dialog[small.matches ? "showModal" : "show"]();
    frame.focus();
    settle();
  };
  lock.disabled = true;
  // Closed by us, by Esc, or by the phone's back gesture.
  dialog.onclose = settle;
  small.onchange = () => {
    if (!dialog.open) return;
    dialog.close();
    show();
  };
  const viewport = visualViewport;
  if (viewport) {
    viewport.onresize = viewport.onscroll = () => {
      // The keyboard covers part of the page; zooming in must not make the chat smaller.
      if (viewport.scale < 1.01) {
        dialog.style.cssText = `--top:${viewport.offsetTop}px;--height:${viewport.height}px`;
      }
    };
  }
  return [dialog, frame, small, show];
}
