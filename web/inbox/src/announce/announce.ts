type Listener = (text: string) => void;

const listeners = new Set<Listener>();

/** Has a screen reader say something when it next pauses. */
export function announce(text: string): void {
  for (const listener of listeners) listener(text);
}

export function onAnnouncement(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
