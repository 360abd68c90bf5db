/** What is to be said; null: nothing of what was. */
type Listener = (text: string | null) => void;

const listeners = new Set<Listener>();

/** Has a screen reader say something when it next pauses. */
export function announce(text: string): void {
  for (const listener of listeners) listener(text);
}

/** Takes back what was said and what is still to be said: it may be nobody's to hear any more. */
export function hush(): void {
  for (const listener of listeners) listener(null);
}

export function onAnnouncement(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
