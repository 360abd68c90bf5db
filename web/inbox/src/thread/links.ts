import { tokenize } from "linkifyjs";

export interface Link {
  readonly text: string;
  readonly href: string;
}

type Part = string | Link;

const SAFE = new Set(["http:", "https:", "mailto:", "tel:"]);

/** Characters that show nothing or turn the writing direction: with them a link could read as another one. */
const DECEIVING = /[\p{Cc}\p{Cf}]/u;

/** An address in a text ends here, though the tokens of linkifyjs go on: also before what ends a sentence in other scripts. */
const END_OF_ADDRESS = /["<>`{}|\\^]|[…،؛؟。、，！？；：»”’]+$/u;

const TELEPHONE = /(\btel:\+?[\d().-]{3,24})/i;

/** A text as it is to be shown: plain pieces and links, which joined are the text again, to the last character. */
export function linkParts(text: string): readonly Part[] {
  return joined(tokenize(text).flatMap(partsOf));
}

function partsOf(token: ReturnType<typeof tokenize>[number]): Part[] {
  const written = token.toString();
  if (!token.isLink) {
    return written
      .split(TELEPHONE)
      .map((piece) => (TELEPHONE.test(piece) ? link(piece, piece) : piece));
  }
  const length = written.search(END_OF_ADDRESS);
  if (length < 0) return [link(written, token.toHref("https"))];
  return [...linkParts(written.slice(0, length)), written.slice(length)];
}

function link(written: string, href: string): Part {
  if (DECEIVING.test(written) || !URL.canParse(href)) return written;
  const url = new URL(href);
  if (!SAFE.has(url.protocol)) return written;
  // `https://bank.example@evil.example` goes to evil.example.
  if (url.username || url.password) return written;
  return { text: written, href: url.href };
}

function joined(parts: readonly Part[]): readonly Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const before = result.at(-1);
    if (part === "") continue;
    if (typeof part === "string" && typeof before === "string") result.splice(-1, 1, before + part);
    else result.push(part);
  }
  return result;
}
