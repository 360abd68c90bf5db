/// <reference path="./virtual-emoji.d.ts" />
import { emoji } from "virtual:emoji";

export interface Emoji {
  readonly sign: string;
  readonly name: string;
  readonly group: number;
  /** How it is typed, without the colons; the first is the best known. */
  readonly codes: readonly string[];
  readonly words: string;
}

export const ALL: readonly Emoji[] = emoji.map(([sign, name, group, codes, words]) => ({
  sign,
  name,
  group,
  codes,
  words,
}));

/** How well it answers to what is typed; 0 is not at all. */
function closeness({ name, codes, words }: Emoji, typed: string): number {
  if (codes.includes(typed)) return 4;
  if (codes.some((code) => code.startsWith(typed))) return 3;
  if (name.split(" ").some((word) => word.startsWith(typed))) return 2;
  return `${name} ${words}`.includes(typed) ? 1 : 0;
}

/** Those that what is typed finds, the closest first. */
export function found(typed: string): readonly Emoji[] {
  const wanted = typed.trim().toLowerCase();
  return ALL.map((each) => ({ each, close: closeness(each, wanted) }))
    .filter(({ close }) => close > 0)
    .sort((a, b) => b.close - a.close)
    .map(({ each }) => each);
}

export function withCode(code: string): Emoji | undefined {
  return ALL.find(({ codes }) => codes.includes(code));
}
