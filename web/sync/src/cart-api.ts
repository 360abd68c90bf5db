import type { CartAnswer } from "@shopbell/protocol/cart";
import { isCartAnswer } from "@shopbell/protocol/cart-guards";
import { ask, type Outcome } from "./http.ts";

/** What staff may ask about the carts of those who write. */
export interface CartApi {
  cart(conversation: string): Promise<Outcome<CartAnswer>>;
}

export function createCartApi(store: string, base = ""): CartApi {
  const conversations = `${base}/api/staff/stores/${store}/conversations`;
  return {
    cart: (conversation) =>
      ask({ url: `${conversations}/${conversation}/cart`, guard: isCartAnswer }),
  };
}
