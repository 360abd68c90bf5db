import type { Storage, StoredItem } from "../src/storage.ts";

/** What several tabs of one browser share, and what outlives each of them. */
export interface SharedStorage {
  tab(): Storage;
  items(): readonly StoredItem[];
  /** From now on it takes nothing in, as when it is full or forbidden. */
  refuse(): void;
}

export function createSharedStorage(delay: () => Promise<void> = async () => {}): SharedStorage {
  const kept = new Map<string, string>();
  const tabs = new Map<Storage, Set<() => void>>();
  let refuses = false;

  const items = () => [...kept].map(([key, value]) => ({ key, value }));

  /** As the browser does: every tab but the one that wrote is told, a little later. */
  async function announce(writer: Storage): Promise<void> {
    await delay();
    for (const [tab, listeners] of tabs) {
      if (tab !== writer) for (const listener of [...listeners]) listener();
    }
  }

  return {
    items,
    refuse() {
      refuses = true;
    },
    tab() {
      const listeners = new Set<() => void>();
      const storage: Storage = {
        async all() {
          await delay();
          return items();
        },
        async set(key, value) {
          await delay();
          if (refuses) throw new Error("storage is full");
          kept.set(key, value);
          void announce(storage);
        },
        async remove(key) {
          await delay();
          kept.delete(key);
          void announce(storage);
        },
        subscribe(changed) {
          listeners.add(changed);
          return () => listeners.delete(changed);
        },
      };
      tabs.set(storage, listeners);
      return storage;
    },
  };
}
