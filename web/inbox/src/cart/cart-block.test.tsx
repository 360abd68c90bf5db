import { afterEach, expect, test, vi } from "vitest";
import { aConversation } from "../../testkit/given.ts";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { render } from "../../testkit/render.ts";
import { CartBlock } from "./cart-block.tsx";

const bowl = {
  productId: "p-1",
  title: "Ash bowl",
  variant: "small",
  url: "https://evil.example/bowl",
  imageUrl: "https://evil.example/bowl.png",
  price: 2400,
  quantity: 4,
};
const cart = {
  currency: "EUR",
  subtotal: 9600,
  quantity: 4,
  items: [bowl],
  changedAt: "2026-11-16T09:00:00Z",
};

afterEach(() => vi.unstubAllGlobals());

async function shown(status: number, answer: unknown): Promise<HTMLElement> {
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify(answer), { status }));
  const session = aSession([aConversation()], []);
  const { container } = render(
    <InStore session={session}>
      <CartBlock conversation={aConversation().id} />
    </InStore>,
  );
  await vi.waitFor(() => expect(container.querySelector("[role=status]")).toBeNull());
  return container;
}

test("what is in the cart stands there with what it comes to", async () => {
  const block = await shown(200, { cart });

  expect(block.textContent).toContain("Ash bowl");
  expect(block.textContent).toContain("small");
  expect(block.textContent).toContain("4 × €24.00");
  expect(block.textContent).toContain("Subtotal€96.00");
});

test("many of something with a long name are read at once, and its name is there in full", async () => {
  const title = "Ash bowl ".repeat(30).trim();
  const quantity = 1_199_880;
  const block = await shown(200, {
    cart: { ...cart, quantity, items: [{ ...bowl, title, quantity }] },
  });

  expect(block.textContent).toContain("1,199,880 items");
  expect(block.textContent).toContain("1,199,880 × €24.00");
  expect(block.querySelector(`[title="${title}"]`)?.textContent).toBe(title);
});

test("no picture and no link of a stranger is followed", async () => {
  const block = await shown(200, { cart });

  expect(block.querySelector("img, a")).toBeNull();
});

test("an empty one and none at all say so", async () => {
  expect((await shown(200, { cart: null })).textContent).toContain("nothing in the cart");
  const empty = { ...cart, items: [], subtotal: 0, quantity: 0 };
  expect((await shown(200, { cart: empty })).textContent).toContain("nothing in the cart");
});

test("one that could not be loaded can be asked for again", async () => {
  const block = await shown(500, {});

  expect(block.textContent).toContain("could not be loaded");
  expect(block.querySelector("button")?.textContent).toContain("Try again");
});
