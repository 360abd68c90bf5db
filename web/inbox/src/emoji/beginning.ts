import type { Begun } from "../composer/use-completion.ts";

/** The code of an emoji the caret is in: a colon at the start of a word and two letters or more. */
export function beginning(text: string, caret: number): Begun | null {
  const found = /(?:^|[\s(])(:([a-z0-9_+-]{2,30}))$/iu.exec(text.slice(0, caret));
  const [, code, word] = found ?? [];
  if (code === undefined || word === undefined) return null;
  return { start: caret - code.length, end: caret, word };
}
