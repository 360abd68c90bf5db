import type { Texts } from "../texts/texts.ts";
import type { Said } from "./lines.ts";

/** What a message says, or what it shows where it says nothing. */
export function inWords(text: string, [file]: Said["files"], texts: Texts): string {
  if (text || !file) return text;
  return typeof file !== "string" && file.kind === "video" ? texts.video : texts.photo;
}
