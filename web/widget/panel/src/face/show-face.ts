import type { Shop } from "../shop/shop.ts";
import type { Surroundings } from "../surroundings.ts";
import people from "../thread/people.css?inline";
import styles from "./face.css?inline";
import { type Facing, faceOf, newestUnread } from "./face.ts";

/** The last reply whose preview was shown on any page of the shop: each is shown once. */
const SHOWN = "preview";

/** Keeps the loader's part of the widget up to date from here on. */
export function showFace(shop: Shop, { settings, chat, texts, times }: Surroundings): void {
  let before = "";
  /** The reply shown beside the launcher on this page, by its place in the thread. */
  let previewing = 0;

  function preview(facing: Facing) {
    const newest = newestUnread(facing.thread);
    const { open, kept } = facing.standing;
    if (!newest || open) {
      previewing = 0;
      return null;
    }
    const shown = Number(kept[SHOWN]) || 0;
    if (newest.publicSeq > Math.max(shown, previewing) && document.visibilityState === "visible") {
      previewing = newest.publicSeq;
      void shop.keep({ name: SHOWN, value: `${previewing}` });
    }
    return newest.publicSeq === previewing ? newest : null;
  }

  function update(): void {
    const { thread } = chat.state.get();
    const standing = shop.standing.get();
    const facing = { standing, settings, thread, texts, times, now: Date.now() };
    const face = faceOf(facing, preview(facing));
    const now = JSON.stringify(face);
    if (now === before) return;
    // The loader keeps the styles it was given first.
    shop.show({ ...face, styles: before ? "" : styles + people });
    before = now;
  }

  shop.standing.subscribe(update);
  chat.state.subscribe(update);
  document.addEventListener("visibilitychange", update);
  update();
}
