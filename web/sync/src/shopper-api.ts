import type {
  Receipts,
  ShopperDraft,
  ShopperPosted,
  ShopperReceiptsAnswer,
  ShopperThread,
  WidgetSettings,
} from "@shopbell/protocol/shopper";
import {
  isShopperPosted,
  isShopperReceiptsAnswer,
  isShopperThread,
  isWidgetSettings,
} from "@shopbell/protocol/shopper-guards";
import { ask, type Outcome } from "./http.ts";
import { queryOf, type Range, socketUrlAt } from "./url.ts";

/** What a shopper's browser can ask of one store. */
export interface ShopperApi {
  readonly socketUrl: string;
  /** The newest messages. Refused `unknown_visitor` before the first message was stored. */
  conversation(): Promise<Outcome<ShopperThread>>;
  messages(range: Range): Promise<Outcome<ShopperThread>>;
  /** Holds up to `wait` seconds for messages after that place. */
  news(after: number, wait: number, signal: AbortSignal): Promise<Outcome<ShopperThread>>;
  /** Safe to repeat with the same ids. */
  post(conversation: string, message: string, draft: ShopperDraft): Promise<Outcome<ShopperPosted>>;
  receipts(receipts: Receipts): Promise<Outcome<ShopperReceiptsAnswer>>;
}

const MARGIN = 10_000;

export function fetchWidgetSettings(key: string, base = ""): Promise<Outcome<WidgetSettings>> {
  return ask({ url: `${base}/api/widget/${key}/settings`, guard: isWidgetSettings });
}

export function createShopperApi(key: string, secret: string, base = ""): ShopperApi {
  const root = `${base}/api/widget/${key}`;
  const conversation = `${root}/conversation`;
  return {
    socketUrl: socketUrlAt(`${root}/socket`),
    conversation: () => ask({ url: conversation, secret, guard: isShopperThread }),
    messages: (range) =>
      ask({ url: `${conversation}/messages${queryOf(range)}`, secret, guard: isShopperThread }),
    news: (after, wait, signal) =>
      ask({
        url: `${conversation}/messages${queryOf({ after, wait: wait || null })}`,
        secret,
        guard: isShopperThread,
        patience: wait * 1000 + MARGIN,
        signal,
      }),
    post: (id, message, body) =>
      ask({
        method: "PUT",
        url: `${root}/conversations/${id}/messages/${message}`,
        body,
        secret,
        guard: isShopperPosted,
      }),
    receipts: (body) =>
      ask({
        method: "PUT",
        url: `${conversation}/receipts`,
        body,
        secret,
        guard: isShopperReceiptsAnswer,
        keepalive: true,
      }),
  };
}
