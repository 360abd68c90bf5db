const MOST = 5;

/** What this person used last, newest first: ids of commands and conversations, so that no name is kept on the device. */
export function recentOf(staff: string, store: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(staff, store)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

export function keepRecent(staff: string, store: string, id: string): void {
  const ids = [id, ...recentOf(staff, store).filter((other) => other !== id)].slice(0, MOST);
  try {
    localStorage.setItem(keyOf(staff, store), JSON.stringify(ids));
  } catch {
    // Then the list is in its own order the next time.
  }
}

function keyOf(staff: string, store: string): string {
  return `shopbell.recent.${staff}.${store}`;
}
