/** A piece of a message: words, or words that lead somewhere. */
export type Piece = string | { readonly text: string; readonly href: string };

// Four schemes and no others; an address without one is for mail. Spaces, quotes and brackets end a link, and so do the marks that turn the direction of text: they could hide where it leads.
const CANDIDATE =
  /(?<![\w:])(?:https?:\/\/|mailto:|tel:)[^\s<>"'`{}|\\^\u200e\u200f\u202a-\u202e\u2066-\u2069]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;
const TRAILING = /[.,:;!?،؛؟…)\]*_~]$/;

/** Finds what may be followed safely; everything else stays text. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(CANDIDATE)) {
    const shown = trimmed(found[0]);
    const href = hrefOf(shown);
    if (!href) continue;
    if (found.index > from) pieces.push(text.slice(from, found.index));
    pieces.push({ text: shown, href });
    from = found.index + shown.length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

/** Without the full stop of the sentence and the bracket around the link. */
function trimmed(link: string): string {
  let end = link;
  while (TRAILING.test(end)) {
    if (end.endsWith(")") && count(end, "(") >= count(end, ")")) break;
    end = end.slice(0, -1);
  }
  return end;
}

function count(text: string, letter: string): number {
  return text.split(letter).length - 1;
}

function hrefOf(link: string): string | null {
  const address = /^(?:https?:|mailto:|tel:)/i.test(link) ? link : `mailto:${link}`;
  return URL.canParse(address) ? new URL(address).href : null;
}
