interface Inserted {
  readonly id: string;
  readonly text: string;
}

/** What was inserted where and is not sent yet, for as long as the page is open. */
const inserted = new Map<string, readonly Inserted[]>();

export function noteInserted(conversation: string, id: string, text: string): void {
  inserted.set(conversation, [...(inserted.get(conversation) ?? []), { id, text }]);
}

/** The quick replies that a message says; what was inserted before is forgotten. */
export function takeSaid(conversation: string, message: string): readonly string[] {
  const said = (inserted.get(conversation) ?? []).filter(({ text }) => isStillIn(message, text));
  inserted.delete(conversation);
  return [...new Set(said.map(({ id }) => id))];
}

const wordsOf = (text: string) =>
  text
    .toLocaleLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);

/** Whether half of its words are there: people change what they insert. */
export function isStillIn(message: string, text: string): boolean {
  const said = new Set(wordsOf(message));
  const words = wordsOf(text);
  return words.filter((word) => said.has(word)).length * 2 >= Math.max(1, words.length);
}
