/** How well a text answers what was typed: lower is better, null not at all. */
export function rankOf(query: string, texts: readonly (string | null)[]): number | null {
  const words = wordsOf(query);
  const targets = texts.map((text) => folded(text ?? ""));
  let worst = 0;
  for (const word of words) {
    const rank = Math.min(...targets.map((target) => rankOfWord(word, target)));
    if (rank === Number.POSITIVE_INFINITY) return null;
    worst = Math.max(worst, rank);
  }
  return worst;
}

/** At the very beginning, at the beginning of a word, or anywhere. */
function rankOfWord(word: string, target: string): number {
  if (target.startsWith(word)) return 0;
  const at = target.indexOf(word);
  if (at < 0) return Number.POSITIVE_INFINITY;
  return wordsOf(target).some((each) => each.startsWith(word)) ? 1 : 2;
}

function wordsOf(text: string): readonly string[] {
  return folded(text)
    .split(/[\s.@_-]+/u)
    .filter((word) => word !== "");
}

/** Without case and accents: "nystrom" finds Nyström. */
function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}
