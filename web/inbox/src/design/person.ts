const HUES = 8;

/** 1 to 8, always the same for the same person. */
export function hueOf(id: string): number {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return (hash % HUES) + 1;
}

/** "Anna Kowalska" → "AK", "sofia.m@example.com" → "S", "李" → "李". */
export function initialsOf(name: string): string {
  const words = name.includes("@") ? [name] : name.trim().split(/\s+/u);
  const first = initial(words[0]);
  const last = words.length > 1 ? initial(words.at(-1)) : "";
  return (first + last).toLocaleUpperCase();
}

function initial(word: string | undefined): string {
  const letter = word?.match(/[\p{L}\p{N}]\p{M}*/u);
  return letter?.[0] ?? "";
}
