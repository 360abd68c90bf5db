/** Words that lead somewhere. */
export interface Link {
  readonly text: string;
  readonly href: string;
}

/** A piece of a message. */
export type Piece = string | Link;

// Four schemes and no others; an address without one is for mail, or of a site if it begins with www. A name with a dot in it alone is none: `photo.zip` and `clip.mov` are sites of strangers, too. Spaces, quotes and brackets end a link, and so do the marks that turn the direction of text: they could hide where it leads.
const CANDIDATE =
  /(?<![\w:])(?:https?:\/\/|mailto:|tel:|(?<![/@.-])www\.(?=[^\s.]+\.[^\s.]))[^\s<>"'`{}|\\^\u200e\u200f\u202a-\u202e\u2066-\u2069]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;
const TRAILING = new Set(".,:;!?،؛؟…)]*_~");

/** Finds what may be followed safely; everything else stays text. Joined, the pieces are the text again. */
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

/** Without the full stop of the sentence and the bracket around the link. One look at each letter: a message may be all brackets. */
function trimmed(link: string): string {
  let unclosed = 0;
  for (const letter of link) unclosed += letter === "(" ? 1 : letter === ")" ? -1 : 0;
  let end = link.length;
  for (; TRAILING.has(link[end - 1] ?? ""); end -= 1) {
    if (link[end - 1] !== ")") continue;
    if (unclosed >= 0) break;
    unclosed += 1;
  }
  return link.slice(0, end);
}

function hrefOf(link: string): string | null {
  const scheme = /^(?:https?:|mailto:|tel:)/i.test(link)
    ? ""
    : /^www\./i.test(link)
      ? "https://"
      : "mailto:";
  if (!URL.canParse(scheme + link)) return null;
  const { href, username, password } = new URL(scheme + link);
  // `https://bank.example@evil.example` goes to evil.example.
  return username || password ? null : href;
}

/** What the site is really called, where its name is written in letters that may look like others; else empty. */
export function realSite({ text, href }: Link): string {
  const { host } = new URL(href);
  return host.includes("xn--") && !text.toLowerCase().includes(host) ? host : "";
}
