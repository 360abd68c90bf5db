import { cartLines, empty, subtotalOf } from "./cart.js";
import { countryOf, deliveryTo } from "./delivery.js";
import { discount, forget, offOf } from "./discount.js";
import { keptLineOf } from "./lines.js";
import { place } from "./office.js";
import { read, write } from "./storage.js";

/** The orders placed in this browser, newest first. */
export const ORDERS_KEY = "hearthlow.orders";

const FIRST_NUMBER = 2301;

export function orders() {
  const kept = read(ORDERS_KEY, []);
  return Array.isArray(kept) ? kept : [];
}

export const orderOf = (number) => orders().find((order) => String(order.number) === number);

/** What the cart costs when it goes to `country`. */
export function costsOf(lines, country) {
  const subtotal = subtotalOf(lines);
  const delivery = deliveryTo(countryOf(country), subtotal);
  const code = discount();
  const off = offOf(code, subtotal);
  return { subtotal, discount: code, off, delivery, total: subtotal - off + delivery };
}

/** Turns the cart into an order and empties it. Where there is no back end, the browser alone knows of it. */
export async function placeOrder(details) {
  const lines = cartLines();
  const earlier = orders();
  const costs = costsOf(lines, details.country);
  const number = await place({
    email: details.email,
    delivery: costs.delivery,
    discount: costs.discount?.code ?? null,
    address: {
      line1: details.street,
      postalCode: details.postcode,
      city: details.city,
      country: details.country,
    },
    lines: lines.map(({ product, option, quantity }) => ({ product: product.slug, option: option.id, quantity })),
  });
  const order = {
    number: number ?? (earlier[0]?.number ?? FIRST_NUMBER - 1) + 1,
    placedAt: new Date().toISOString(),
    ...details,
    ...costs,
    lines: lines.map(keptLineOf),
  };
  write(ORDERS_KEY, [order, ...earlier]);
  empty();
  forget();
  return order;
}
