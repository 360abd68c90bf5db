import type { CartAnswer, WrittenAt } from "@shopbell/protocol/cart";
import { isCartAnswer, isWrittenAt } from "@shopbell/protocol/cart-guards";
import { ask, type Outcome } from "./http.ts";

/** What staff may ask about the carts of those who write. */
export interface CartApi {
  cart(conversation: string): Promise<Outcome<CartAnswer>>;
  /** What was before the eyes of whoever wrote that message. */
  writtenAt(conversation: string, seq: number): Promise<Outcome<WrittenAt>>;
}

export function createCartApi(store: string, base = ""): CartApi {
  const conversations = `${base}/api/staff/stores/${store}/conversations`;
  return {
    cart: (conversation) =>
      ask({ url: `${conversations}/${conversation}/cart`, guard: isCartAnswer }),
    writtenAt: (conversation, seq) =>
      ask({ url: `${conversations}/${conversation}/messages/${seq}/context`, guard: isWrittenAt }),
  };
}
