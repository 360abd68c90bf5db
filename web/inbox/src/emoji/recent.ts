import { ALL, type Emoji } from "@shopbell/protocol/emoji";
import { isListOf, isText } from "@shopbell/protocol/guard";

const KEY = "shopbell.emoji";
const MOST = 16;

/** What was used last in this browser, newest first. */
export function recentlyUsed(): readonly Emoji[] {
  return kept().flatMap((sign) => ALL.find((each) => each.sign === sign) ?? []);
}

export function noteUsed(sign: string): void {
  const next = [sign, ...kept().filter((each) => each !== sign)].slice(0, MOST);
  localStorage.setItem(KEY, JSON.stringify(next));
}

function kept(): readonly string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return isListOf(isText)(found) ? found : [];
  } catch {
    return [];
  }
}
