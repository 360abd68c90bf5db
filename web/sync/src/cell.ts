/** A value that changes, and those who want to know. Fits `useSyncExternalStore`. */
export interface Cell<S> {
  get(): S;
  /** Changes some fields and tells everybody once. */
  set(changed: Partial<S>): void;
  subscribe(listener: () => void): () => void;
}

export function createCell<S>(initial: S): Cell<S> {
  const listeners = new Set<() => void>();
  let state = initial;
  return {
    get: () => state,
    set(changed) {
      state = { ...state, ...changed };
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
