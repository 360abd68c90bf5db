import {
  type DiscountLink,
  type FoundProduct,
  isDiscountLink,
  isFoundProducts,
} from "@shopbell/protocol/card";
import { ask, type Outcome } from "./http.ts";
import { queryOf } from "./url.ts";

interface Found {
  readonly products: readonly FoundProduct[];
}

/** What staff may ask about what they send of the shop. */
export interface CardsApi {
  /** By words of the title; without any those that changed last. */
  find(typed: string, signal: AbortSignal): Promise<Outcome<Found>>;
  /** By the address of the product's page. */
  at(url: string): Promise<Outcome<Found>>;
  discountLink(): Promise<Outcome<DiscountLink>>;
  /** A blank one takes it away. */
  changeDiscountLink(link: string): Promise<Outcome<DiscountLink>>;
}

export function createCardsApi(store: string, base = ""): CardsApi {
  const root = `${base}/api/staff/stores/${store}`;
  const link = `${root}/settings/discount-link`;
  return {
    find: (q, signal) =>
      ask({ url: `${root}/products${queryOf({ q })}`, guard: isFoundProducts, signal }),
    at: (url) => ask({ url: `${root}/products${queryOf({ url })}`, guard: isFoundProducts }),
    discountLink: () => ask({ url: link, guard: isDiscountLink }),
    changeDiscountLink: (value) =>
      ask({ method: "PUT", url: link, body: { link: value }, guard: isDiscountLink }),
  };
}
