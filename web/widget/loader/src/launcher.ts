import type { Face } from "../../port/src/messages.ts";
import { element } from "./element.ts";
import { settings } from "./settings.ts";

const BUBBLE = "M5.6 14.1l-.4 2.7 2.9-1.6A7 5.8 0 1 0 5.6 14.1Z";

export type LauncherState = "closed" | "busy" | "open" | "failed";

/** What the launcher says, until the panel says otherwise. */
export type LauncherFace = Pick<Face, "label" | "badge" | "dot">;

/** The button in the corner of the page. Returns it and the function that draws it. */
export function createLauncher(
  parent: Node,
  onclick: () => void,
): readonly [HTMLButtonElement, (state: LauncherState, face: LauncherFace, text: string) => void] {
  const button = element(parent, "button", { onclick });
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  svg.setAttribute("viewBox", "0 0 20 20");
  path.setAttribute("d", BUBBLE);
  svg.append(path);
  button.append(svg);
  const label = element(button, "span");
  const badge = element(button, "i");
  return [
    button,
    (state, face, text) => {
      // Even a launcher that is only an icon has to say why nothing opens.
      button.className = `launcher ${state === "failed" ? "icon_text" : settings.launcher} ${state}`;
      button.ariaExpanded = `${state === "open"}`;
      button.ariaLabel = face.label;
      label.textContent = text;
      badge.textContent = face.badge;
      badge.className = face.dot ? "dot" : "";
    },
  ];
}
