import type { Face } from "../../port/src/messages.ts";
import { element } from "./element.ts";
import { LAUNCHER } from "./settings.ts";

export type LauncherState = "closed" | "busy" | "open" | "failed";

/** What the launcher says, until the panel says otherwise. */
export type LauncherFace = Pick<Face, "label" | "badge" | "mark">;

/** The button in the corner of the page. Returns it and the function that draws it. */
export function createLauncher(
  parent: Node,
  text: string,
  failed: string,
  onclick: () => void,
): readonly [HTMLButtonElement, (state: LauncherState, face: LauncherFace) => void] {
  const button = element(parent, "button", { onclick });
  const drawing = (tag: string) => document.createElementNS("http://www.w3.org/2000/svg", tag);
  const svg = drawing("svg");
  const path = drawing("path");
  // A bubble.
  path.setAttribute("d", "M7 18l-.5 3.6 3.8-2A9 7.5 0 1 0 7 18Z");
  svg.append(path);
  button.append(svg);
  const words = element(button, "span");
  const badge = element(button, "i");
  return [
    button,
    (state, face) => {
      const problem = state === "failed" && failed;
      // Even a launcher that is only an icon has to say why nothing opens.
      button.className = `launcher ${problem ? "icon_text" : LAUNCHER} ${state}`;
      button.ariaExpanded = `${state === "open"}`;
      button.ariaLabel = problem || face.label;
      words.textContent = problem || text;
      badge.textContent = face.badge;
      badge.className = face.mark;
    },
  ];
}
