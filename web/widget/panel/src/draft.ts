import type { Shop } from "./shop/shop.ts";
import type { Surroundings } from "./surroundings.ts";

const NAME = "draft";
const PAUSE_MS = 150;

/** The message being written: it survives the way to another page of the shop, in this tab only. */
export function openDraft(shop: Shop): Surroundings["draft"] {
  let text = shop.standing.get().kept[NAME] ?? "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    read: () => text,
    write(next) {
      text = next;
      clearTimeout(timer);
      timer = setTimeout(() => {
        void shop.keep({ name: NAME, value: text || null, tab: true });
      }, PAUSE_MS);
    },
  };
}
