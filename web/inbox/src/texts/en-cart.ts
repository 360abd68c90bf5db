import type { CartChange } from "@shopbell/protocol/cart";
import { number } from "../money/format.ts";
import { type Rich, strong } from "./rich.ts";

const items = (count: number) => `${number(count)} ${count === 1 ? "item" : "items"}`;

const named = ({ title, variant }: CartChange) =>
  variant === null ? title : `${title}, ${variant}`;

function changed(change: CartChange): Rich {
  const { before, now } = change;
  const what = strong(named(change));
  if (before === 0) return [what, ` added to cart, ${items(now)}`];
  if (now === 0) return [what, " removed from cart"];
  return [what, ` in cart: ${number(now)} instead of ${number(before)}`];
}

/** What the inbox says of carts. */
export const cartTexts = {
  line: (subtotal: string, quantity: number) => `Cart ${subtotal}, ${items(quantity)}`,
  open: (line: string) => `${line}, show what is in it`,
  title: "Shopping cart",
  live: "Live",
  items,
  subtotal: "Subtotal",
  each: (quantity: number, price: string) => `${number(quantity)} × ${price}`,
  empty: "There is nothing in the cart.",
  loading: "Loading the cart",
  failed: "The cart could not be loaded.",
  written: "At the time of writing",
  writtenLoading: "Loading what was known at the time of writing",
  writtenFailed: "What was known at the time of writing could not be loaded.",
  page: "Page",
  noPage: "Nobody told which page it was.",
  noCart: "There was nothing in the cart, or nobody told of one.",
  folded: (count: number) => `${count} changes to the cart`,
  changed: (changes: readonly CartChange[], more: number): Rich => [
    ...changes.flatMap((change, index) => [...(index > 0 ? ["; "] : []), ...changed(change)]),
    ...(more > 0 ? [`; ${more} more ${more === 1 ? "change" : "changes"}`] : []),
  ],
};
