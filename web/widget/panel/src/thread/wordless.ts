import type { Texts } from "../texts/texts.ts";
import type { Said } from "./lines.ts";

/** What a message says, or what it shows where it says nothing. */
export function inWords(
  text: string,
  files: Said["files"],
  texts: Texts,
  cards: Said["cards"] = [],
): string {
  const [card] = cards;
  if (!text && card) return `${card.title ?? card.code}`;
  if (text || !files.length) return text;
  const videos = files.filter((file) => typeof file !== "string" && file.kind === "video").length;
  const photos = files.length - videos;
  return [photos && texts.photos(photos), videos && texts.videos(videos)]
    .filter(Boolean)
    .join(texts.comma);
}
