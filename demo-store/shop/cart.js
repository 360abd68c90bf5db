import { optionOf, productOf } from "./products.js";
import { MOST } from "./quantity.js";
import { read, write } from "./storage.js";

/** `[{ product: "breakfast-mug", option: "ash", quantity: 2 }]`, in the order they were added. */
export const CART_KEY = "hearthlow.cart";

const changed = new EventTarget();

const usable = (line) =>
  productOf(line?.product) && Number.isInteger(line.quantity) && line.quantity >= 1 && line.quantity <= MOST;

const stored = () => {
  const lines = read(CART_KEY, []);
  return Array.isArray(lines) ? lines.filter(usable) : [];
};

function store(lines) {
  write(CART_KEY, lines);
  changed.dispatchEvent(new Event("change"));
}

const same = (line, product, option) => line.product === product && line.option === option;

/** The lines of the cart with what the shop knows about them. */
export const cartLines = () =>
  stored().map(({ product: slug, option: id, quantity }) => {
    const product = productOf(slug);
    return { product, option: optionOf(product, id), quantity, total: product.price * quantity };
  });

export const countOf = (lines) => lines.reduce((sum, { quantity }) => sum + quantity, 0);

export const subtotalOf = (lines) => lines.reduce((sum, { total }) => sum + total, 0);

export function add(product, option, quantity) {
  const lines = stored();
  const line = lines.find((other) => same(other, product, option));
  if (line) {
    line.quantity = Math.min(MOST, line.quantity + quantity);
    store(lines);
  } else {
    store([...lines, { product, option, quantity }]);
  }
}

export const setQuantity = (product, option, quantity) =>
  store(stored().map((line) => (same(line, product, option) ? { ...line, quantity } : line)));

/** Takes a line out and returns what puts it back where it was. */
export function remove(product, option) {
  const before = stored();
  store(before.filter((line) => !same(line, product, option)));
  return () => store(before);
}

export const empty = () => store([]);

/** Calls `listener` now, and whenever the cart changes, also in another tab or when a page comes back. */
export function whenCartChanges(listener) {
  changed.addEventListener("change", listener);
  addEventListener("storage", ({ key }) => (key === CART_KEY || key === null) && listener());
  addEventListener("pageshow", ({ persisted }) => persisted && listener());
  listener();
}
