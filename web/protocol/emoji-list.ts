import emoji from "emojibase-data/en/data.json" with { type: "json" };
import emojibase from "emojibase-data/en/shortcodes/emojibase.json" with { type: "json" };
import github from "emojibase-data/en/shortcodes/github.json" with { type: "json" };
import type { Plugin } from "vite";

/** Older devices show a box for what is newer than this. */
const NEWEST_EMOJI = 15.1;
const SKIN_TONES = 2;
const EMOJI = "virtual:emoji";

/** The emoji and how they are called, from the data of Unicode: of that only what the apps need. */
export function emojiList(): Plugin {
  const codesOf = (hexcode: string) =>
    [github, emojibase].flatMap((codes: Record<string, string | string[]>) => codes[hexcode] ?? []);
  return {
    name: "emoji-list",
    resolveId: (source) => (source === EMOJI ? `\0${EMOJI}` : null),
    load(id) {
      if (id !== `\0${EMOJI}`) return null;
      const list = emoji
        .filter(
          ({ group, version }) =>
            group !== undefined && group !== SKIN_TONES && version <= NEWEST_EMOJI,
        )
        .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
        .map(({ emoji, label, group, hexcode, tags }) => [
          emoji,
          label,
          group,
          [...new Set(codesOf(hexcode))],
          (tags ?? []).join(" "),
        ]);
      return `export const emoji = ${JSON.stringify(list)};`;
    },
  };
}
