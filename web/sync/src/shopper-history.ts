import type { ShopperHistory } from "@shopbell/protocol/shopper";
import { isShopperHistory } from "@shopbell/protocol/shopper-history-guards";
import { ask, type Outcome } from "./http.ts";
import { queryOf } from "./url.ts";

/** What was said before the shopper's thread began, a stretch at a time: `before` is the last one's `next`, null for the first. */
export function fetchHistory(
  key: string,
  secret: string,
  before: string | null,
): Promise<Outcome<ShopperHistory>> {
  const url = `/api/widget/${key}/conversation/history${queryOf({ before })}`;
  return ask({ url, secret, guard: isShopperHistory });
}
