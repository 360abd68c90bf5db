import type { Texts } from "../texts/texts.ts";
import type { Said } from "./lines.ts";

/** What a message says, or what it shows where it says nothing. */
export function inWords(
  text: string,
  files: Said["files"],
  texts: Texts,
  cards: Said["cards"] = [],
): string {
  // One of a kind that this panel is too old to know may have no name.
  const name = cards[0]?.title ?? cards[0]?.code;
  if (!text && typeof name === "string") return name;
  if (text || !files.length) return text;
  const videos = files.filter((file) => typeof file !== "string" && file.kind === "video").length;
  const photos = files.length - videos;
  return [photos && texts.photos(photos), videos && texts.videos(videos)]
    .filter(Boolean)
    .join(texts.comma);
}
