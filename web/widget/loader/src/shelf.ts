import type { Keep, Standing } from "../../port/src/messages.ts";

/** A page may forbid storage; then what is kept lives as long as the page. */
function storeOf(open: () => Storage): Record<string, string> {
  try {
    return open();
  } catch {
    return {};
  }
}

export type Shelf = readonly [
  kept: () => Standing["kept"],
  keep: (wish: Keep) => void,
  /** Forgets everything of this tab, or what the tabs share. */
  wipe: (tab: boolean) => void,
];

/**
 * Keeps the panel's values in the shop page's own storage: inside the panel's frame it would be partitioned or blocked.
 * `changed` hears which wish is done, and nothing when another tab of the shop has kept something.
 */
export function openShelf(
  key: string,
  changed: (done?: number) => void,
  cleared: () => void,
): Shelf {
  const prefix = `shopbell:${key}:`;
  const local = storeOf(() => localStorage);
  const session = storeOf(() => sessionStorage);

  addEventListener("storage", ({ key, newValue }) => {
    if (key === `${prefix}visitor` && !newValue) cleared();
    else if (key?.startsWith(prefix)) changed();
  });

  return [
    () => {
      const kept: Record<string, string> = {};
      const all: Record<string, string> = { ...local, ...session };
      for (const name in all) {
        if (name.startsWith(prefix)) kept[name.slice(prefix.length)] = `${all[name]}`;
      }
      return kept;
    },
    (wish) => {
      const key = prefix + wish.name;
      const store = wish.tab ? session : local;
      try {
        if (wish.value === null) delete store[key];
        else if (!wish.claim || !store[key]) store[key] = wish.value;
      } catch {
        // The storage is full: the panel has the value in memory.
      }
      changed(wish.call);
    },
    (tab) => {
      const store = tab ? session : local;
      for (const name in store) if (name.startsWith(prefix)) delete store[name];
    },
  ];
}
