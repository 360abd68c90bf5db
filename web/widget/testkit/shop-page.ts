import { openShelf } from "../loader/src/shelf.ts";
import { openShop, type Shop } from "../panel/src/shop/shop.ts";
import type { Happening, Standing, ToLoader } from "../port/src/messages.ts";
import { SETTINGS } from "./settings.ts";

export interface ShopPage {
  readonly shop: Shop;
  /** The page says something, or something else of the standing changes. */
  tell(changed: Partial<Standing>): void;
  /** What the page was told of. */
  readonly happened: readonly Happening[];
  /** The shopper goes to another page: nothing of this one is heard any more. */
  leave(): void;
}

/** One page of the shop: the loader's shelf at one end of a real port, the panel at the other. */
export async function openShopPage(view: Partial<Standing> = {}): Promise<ShopPage> {
  const { port1, port2 } = new MessageChannel();
  const happened: Happening[] = [];
  let done = 0;
  const [kept, keep] = openShelf(
    SETTINGS.key,
    (call = done) => {
      done = call;
      tell();
    },
    () => {},
  );

  function tell(): void {
    const standing: Standing = {
      language: "en",
      kept: kept(),
      done,
      open: true,
      full: false,
      thread: false,
      ...view,
    };
    port1.postMessage(standing);
  }

  port1.onmessage = ({ data }: MessageEvent<ToLoader>) => {
    if (data.type === "keep") keep(data);
    else if (data.type !== "face" && data.type !== "close") happened.push(data);
  };
  const shop = openShop(port2);
  tell();
  return {
    shop: await shop,
    happened,
    tell(changed) {
      view = { ...view, ...changed };
      tell();
    },
    leave() {
      port1.close();
      port2.close();
    },
  };
}
