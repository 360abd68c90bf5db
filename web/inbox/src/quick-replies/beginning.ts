import type { Begun } from "../composer/use-completion.ts";

/** The quick reply the caret is in, if there is one: a / at the start of a word, and letters up to the caret. */
export function beginning(text: string, caret: number): Begun | null {
  const found = /(?:^|[\s(])\/([\p{L}\p{M}\p{N}_-]{0,32})$/u.exec(text.slice(0, caret));
  if (!found) return null;
  const word = found[1] ?? "";
  return { start: caret - word.length - 1, end: caret, word };
}
