import type { ShopperPage } from "@shopbell/protocol/shopper";
import type { Standing } from "../../../port/src/messages.ts";
import { addressOf, lineOf } from "./link.ts";

/** The page of the shop that somebody is on, as it says itself; null where it says nothing of use. */
export function pageOf({ page, title }: Standing): ShopperPage | null {
  const url = addressOf(page ?? "");
  const name = lineOf(title, 300);
  return url ? { url, ...(name ? { title: name } : {}) } : null;
}
