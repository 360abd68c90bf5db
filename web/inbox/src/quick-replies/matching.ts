import type { QuickReply } from "@shopbell/protocol/quick-replies";

const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** How well it answers to a word: by its shortcut before its title before its text; 0 is not at all. */
function closeness({ title, shortcut, text }: QuickReply, word: string): number {
  if (plain(shortcut).startsWith(word)) return 3;
  if (
    plain(title)
      .split(/\s+/u)
      .some((each) => each.startsWith(word))
  )
    return 2;
  return plain(`${title} ${shortcut} ${text}`).includes(word) ? 1 : 0;
}

/** Those that a word finds; among equals first what this person uses, then what all do. */
export function matching(all: readonly QuickReply[], word: string): readonly QuickReply[] {
  const wanted = plain(word);
  return all
    .map((reply, place) => ({ reply, place, close: wanted ? closeness(reply, wanted) : 1 }))
    .filter(({ close }) => close > 0)
    .sort(
      (a, b) =>
        b.close - a.close ||
        b.reply.ownUses - a.reply.ownUses ||
        b.reply.uses - a.reply.uses ||
        a.place - b.place,
    )
    .map(({ reply }) => reply);
}
