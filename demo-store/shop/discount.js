import { discountOf } from "./office.js";
import { read, write } from "./storage.js";

/** `{ "code": "BELL10", "percent": 10 }`: the code on this browser's cart. What it is worth, the shop's back end says. */
export const DISCOUNT_KEY = "hearthlow.discount";

export function discount() {
  const kept = read(DISCOUNT_KEY, null);
  return typeof kept?.code === "string" && kept.percent > 0 && kept.percent <= 100 ? kept : null;
}

/** What it takes off, in cents. */
export const offOf = (kept, subtotal) => (kept ? Math.round((subtotal * kept.percent) / 100) : 0);

export const forget = () => write(DISCOUNT_KEY, null);

/** Puts a code on the cart; null when the shop knows none of that name. */
export async function apply(code) {
  const known = await discountOf(code);
  if (known) write(DISCOUNT_KEY, known);
  return known;
}
