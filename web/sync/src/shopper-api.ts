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
import { ask, type Outcome, type Request } from "./http.ts";
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

/** Asks with the secret by which this browser is known, which may be another one from time to time. */
export type AsVisitor = <T>(once: (secret: string) => Promise<Outcome<T>>) => Promise<Outcome<T>>;

const MARGIN = 10_000;

export function fetchWidgetSettings(key: string, base = ""): Promise<Outcome<WidgetSettings>> {
  return ask({ url: `${base}/api/widget/${key}/settings`, guard: isWidgetSettings });
}

export function createShopperApi(key: string, asVisitor: AsVisitor, base = ""): ShopperApi {
  const root = `${base}/api/widget/${key}`;
  const conversation = `${root}/conversation`;
  const asked = <T>(request: Request<T>) => asVisitor((secret) => ask({ ...request, secret }));
  return {
    socketUrl: socketUrlAt(`${root}/socket`),
    conversation: () => asked({ url: conversation, guard: isShopperThread }),
    messages: (range) =>
      asked({ url: `${conversation}/messages${queryOf(range)}`, guard: isShopperThread }),
    news: (after, wait, signal) =>
      asked({
        url: `${conversation}/messages${queryOf({ after, wait: wait || null })}`,
        guard: isShopperThread,
        patience: wait * 1000 + MARGIN,
        signal,
      }),
    post: (id, message, body) =>
      asked({
        method: "PUT",
        url: `${root}/conversations/${id}/messages/${message}`,
        body,
        guard: isShopperPosted,
      }),
    receipts: (body) =>
      asked({
        method: "PUT",
        url: `${conversation}/receipts`,
        body,
        guard: isShopperReceiptsAnswer,
        keepalive: true,
      }),
  };
}
