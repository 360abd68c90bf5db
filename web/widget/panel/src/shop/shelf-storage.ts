import type { Storage, StoredItem } from "@shopbell/sync/storage";
import type { Shop } from "./shop.ts";

const PREFIX = "outbox:";

/** What the outbox keeps goes through the port into the shop page's own storage. */
export function shelfStorage(shop: Shop): Storage {
  function items(): readonly StoredItem[] {
    return Object.entries(shop.standing.get().kept)
      .filter(([name]) => name.startsWith(PREFIX))
      .map(([name, value]) => ({ key: name.slice(PREFIX.length), value }));
  }

  return {
    async all() {
      return items();
    },
    async set(key, value) {
      const kept = await shop.keep({ name: PREFIX + key, value });
      if (kept !== value) throw new Error("The shop page's storage is full.");
    },
    async remove(key) {
      await shop.keep({ name: PREFIX + key, value: null });
    },
    subscribe(changed) {
      let before = JSON.stringify(items());
      return shop.standing.subscribe(() => {
        const now = JSON.stringify(items());
        if (now === before) return;
        before = now;
        changed();
      });
    },
  };
}
