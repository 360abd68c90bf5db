/** What an outbox keeps, one item per entry: two tabs that write at the same moment never overwrite each other's. */
export interface StoredItem {
  readonly key: string;
  readonly value: string;
}

/** Where items outlive the page. Every promise must settle; one that rejects means the item is not kept. */
export interface Storage {
  all(): Promise<readonly StoredItem[]>;
  set(key: string, value: string): Promise<void>;
  remove(key: string): Promise<void>;
  /** Tells when somebody else, such as another tab, changed something. */
  subscribe(changed: () => void): () => void;
}

/** The browser's own storage, of which this uses the keys that begin with `prefix`. */
export function localStorageAt(prefix: string): Storage {
  return {
    async all() {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
      return keys.flatMap((key) => {
        const value = localStorage.getItem(key);
        return value === null ? [] : [{ key: key.slice(prefix.length), value }];
      });
    },
    async set(key, value) {
      localStorage.setItem(prefix + key, value);
    },
    async remove(key) {
      localStorage.removeItem(prefix + key);
    },
    subscribe(changed) {
      const listen = (event: StorageEvent) => {
        if (event.key === null || event.key.startsWith(prefix)) changed();
      };
      addEventListener("storage", listen);
      return () => removeEventListener("storage", listen);
    },
  };
}
