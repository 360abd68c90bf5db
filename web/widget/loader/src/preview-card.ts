import type { Preview } from "../../port/src/messages.ts";
import { element } from "./element.ts";

/** A new reply beside the closed launcher. It waits to be pressed or dismissed. Returns the function that draws it. */
export function createPreviewCard(parent: Node, press: () => void): (preview: Preview) => void {
  // The region is there before its content, so that a screen reader announces what appears in it.
  const region = element(parent, "div", { className: "card", role: "status" });
  const clear = () => {
    region.textContent = "";
  };
  // What was waved away is not drawn again.
  let shown = "";
  return ({ id, look, lines, dismiss }) => {
    if (id === shown) return;
    shown = id;
    clear();
    if (!id) return;
    const reply = element(region, "button", { className: look, onclick: press });
    for (const textContent of lines) element(reply, "span", { textContent, dir: "auto" });
    element(region, "button", { className: "cross", ariaLabel: dismiss, onclick: clear });
  };
}
