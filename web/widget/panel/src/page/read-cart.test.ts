import { isShopperDraft } from "@shopbell/protocol/shopper-guards";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readCart } from "./read-cart.ts";

const PAGE = "https://shop.example/cart";

const bowl = { title: "Mixing bowl", price: 4200, quantity: 2 };

const read = (cart: unknown) => readCart(JSON.stringify(cart), PAGE);

test("a cart is told as it is, with addresses meant from the page on", () => {
  const { cart, problems } = read({
    currency: "EUR",
    items: [
      { ...bowl, productId: 7, variant: "Ash", url: "/bowl", imageUrl: "/bowl.jpg", extra: 1 },
    ],
  });

  expect(problems).toEqual([]);
  expect(cart).toEqual({
    currency: "EUR",
    items: [
      {
        ...bowl,
        productId: "7",
        variant: "Ash",
        url: "https://shop.example/bowl",
        imageUrl: "https://shop.example/bowl.jpg",
      },
    ],
  });
});

test("an empty cart is one", () => {
  expect(read({ currency: "EUR", items: [] })).toEqual({
    cart: { currency: "EUR", items: [] },
    problems: [],
  });
});

test.each([
  { ...bowl, title: " " },
  { ...bowl, price: 42.5 },
  { ...bowl, price: "4200" },
  { ...bowl, price: -1 },
  { ...bowl, quantity: 0 },
  { ...bowl, quantity: 10_000 },
  { title: "Mixing bowl", quantity: 1 },
  null,
  "bowl",
  [bowl],
])("%j is left out, and the developer hears of it", (wrong) => {
  const { cart, problems } = read({ currency: "EUR", items: [wrong, bowl] });

  expect(cart?.items).toEqual([bowl]);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain("items[0]");
});

test("an address that is none is left out, and its piece stays", () => {
  const { cart } = read({ currency: "EUR", items: [{ ...bowl, url: "javascript:alert(1)" }] });

  expect(cart?.items).toEqual([bowl]);
});

test("no more than fifty pieces are told", () => {
  const { cart, problems } = read({ currency: "EUR", items: Array(51).fill(bowl) });

  expect(cart?.items).toHaveLength(50);
  expect(problems).toHaveLength(1);
});

test.each([
  null,
  7,
  [],
  {},
  { items: [bowl] },
  { currency: "euro", items: [bowl] },
  { currency: "EUR", items: { 0: bowl } },
])("of %j nothing can be used", (cart) => {
  expect(read(cart).cart).toBeNull();
});

test("whatever a page says, what comes of it can be sent", () => {
  const item = fc.record(
    {
      productId: fc.anything(),
      title: fc.oneof(fc.anything(), fc.string({ unit: "binary" })),
      variant: fc.anything(),
      url: fc.oneof(fc.anything(), fc.webUrl()),
      imageUrl: fc.anything(),
      price: fc.oneof(fc.anything(), fc.double(), fc.nat()),
      quantity: fc.oneof(fc.anything(), fc.nat()),
    },
    { requiredKeys: [] },
  );
  const cart = fc.oneof(
    fc.anything(),
    fc.record({ currency: fc.constantFrom("EUR", "", null), items: fc.array(item) }),
  );
  fc.assert(
    fc.property(cart, (told) => {
      let said: string | undefined;
      try {
        said = JSON.stringify(told);
      } catch {
        // Then the page's own call has failed.
      }
      if (said === undefined) return;
      const reading = readCart(said, PAGE);
      if (reading.cart) expect(isShopperDraft({ text: "", cart: reading.cart })).toBe(true);
    }),
  );
});
