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
      const keep = () => void shop.keep({ name: NAME, value: text || null, tab: true });
      // What was sent must not come back on the next page, so it is taken out at once: the outbox has it already.
      if (text) timer = setTimeout(keep, PAUSE_MS);
      else keep();
    },
  };
}
