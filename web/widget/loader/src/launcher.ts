import type { Face } from "../../port/src/messages.ts";
import { element } from "./element.ts";
import { LAUNCHER, LAUNCHER_TEXT } from "./settings.ts";
import type { LauncherWords } from "./texts.ts";

export type LauncherState = "closed" | "busy" | "open" | "failed";

/** What the launcher says, until the panel says otherwise. */
export type LauncherFace = Pick<Face, "badge" | "mark"> & Partial<Pick<Face, "label">>;

/** The button in the corner of the page. Returns it and the function that draws it. */
export function createLauncher(
  parent: Node,
  onclick: () => void,
): readonly [
  HTMLButtonElement,
  (state: LauncherState, face: LauncherFace, words: LauncherWords) => void,
] {
  const button = element(parent, "button", { onclick });
  const drawing = (tag: string) => document.createElementNS("http://www.w3.org/2000/svg", tag);
  const svg = drawing("svg");
  const path = drawing("path");
  // A bubble.
  path.setAttribute("d", "M7 18l-.5 3.6 3.8-2A9 7.5 0 1 0 7 18Z");
  svg.append(path);
  button.append(svg);
  const text = element(button, "span");
  const badge = element(button, "i");
  return [
    button,
    (state, face, [chat, failed]) => {
      const label = LAUNCHER_TEXT ?? chat;
      const problem = state === "failed" && failed;
      // Even a launcher that is only an icon has to say why nothing opens.
      button.className = `launcher ${problem ? "icon_text" : LAUNCHER} ${state}`;
      button.ariaExpanded = `${state === "open"}`;
      button.ariaLabel = problem || face.label || label;
      text.textContent = problem || label;
      badge.textContent = face.badge;
      badge.className = face.mark;
    },
  ];
}
