import type { Keep, Standing } from "../../port/src/messages.ts";

/** A page may forbid storage; then what is kept lives as long as the page. */
function storeOf(open: () => Storage): Record<string, string> {
  try {
    return open();
  } catch {
    return {};
  }
}

export interface Shelf {
  kept(): Standing["kept"];
  keep(wish: Keep): void;
}

/**
 * Keeps the panel's values in the shop page's own storage: inside the panel's frame it would be partitioned or blocked.
 * `changed` hears which wish is done, and nothing when another tab of the shop has kept something.
 */
export function openShelf(key: string, changed: (done?: number) => void): Shelf {
  const prefix = `shopbell:${key}:`;
  const local = storeOf(() => localStorage);
  const session = storeOf(() => sessionStorage);

  addEventListener("storage", (event) => {
    if (event.key?.startsWith(prefix)) changed();
  });

  return {
    kept() {
      const kept: Record<string, string> = {};
      for (const store of [local, session]) {
        for (const name in store) {
          const value = store[name];
          if (name.startsWith(prefix) && value) kept[name.slice(prefix.length)] = value;
        }
      }
      return kept;
    },
    keep({ call, name, value, claim, tab }) {
      const key = prefix + name;
      const store = tab ? session : local;
      try {
        if (value === null) delete store[key];
        else if (!claim || !store[key]) store[key] = value;
      } catch {
        // The storage is full: the panel has the value in memory.
      }
      changed(call);
    },
  };
}
