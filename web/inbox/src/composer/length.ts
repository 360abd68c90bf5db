const MOST_CHARACTERS = 10_000;

/** By how many characters a message is too long, counted as the server counts: an emoji is one. */
export function overLength(text: string): number {
  const trimmed = text.trim();
  // Cheap where it almost always ends: characters are never more than their places.
  if (trimmed.length <= MOST_CHARACTERS) return 0;
  return Math.max(0, Array.from(trimmed).length - MOST_CHARACTERS);
}
