import type { Card, FoundProduct } from "@shopbell/protocol/card";
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aConversation } from "../../testkit/given.ts";
import { aSession, InStore, type Sent, typed } from "../../testkit/in-store.tsx";
import { press, render, type } from "../../testkit/render.ts";
import { Composer } from "../composer/composer.tsx";
import { MessageCards } from "./message-cards.tsx";

const conversation = aConversation();
const BOWL: FoundProduct = {
  id: "p-1",
  title: "Ash bowl, set of six",
  url: "https://shop.example/bowl",
  imageUrl: "https://cdn.example/bowl.png",
  price: 13_200,
  compareAtPrice: 14_400,
  currency: "EUR",
  available: true,
};
const MUG: FoundProduct = { ...BOWL, id: "p-2", title: "Mug", compareAtPrice: null };

let asked: string[] = [];

/** A server that sells these, whatever is asked. */
function selling(products: readonly FoundProduct[], status = 200) {
  asked = [];
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    return new Response(JSON.stringify({ products }), {
      status,
      headers: { "Content-Type": "application/json" },
    });
  });
}

/** Lets the page go on until this holds. */
async function until(check: () => unknown): Promise<void> {
  await vi.waitFor(async () => {
    await act(async () => {
      await new Promise((resolve) => setTimeout(resolve, 0));
    });
    check();
  });
}

beforeEach(() => typed.set({ drafts: new Map(), cards: new Map() }));
afterEach(() => vi.unstubAllGlobals());

function compose() {
  const sent: Sent[] = [];
  const page = render(
    <InStore session={aSession([conversation], sent)}>
      <Composer conversation={conversation.id} summary={conversation} />
    </InStore>,
  );
  const open = async () => {
    act(() => page.find("[aria-label='Product or discount code']").click());
    await until(() => page.find("dialog [role=tablist]"));
  };
  return { ...page, sent, open };
}

const chosen = () => typed.get().cards.get(conversation.id) ?? [];

test("a product is found, chosen by key, shown above the buttons and sent without words", async () => {
  selling([BOWL, MUG]);
  const { container, find, open, sent } = compose();
  await open();
  await until(() => expect(container.querySelectorAll("[role=option]")).toHaveLength(2));
  const field = find("dialog [role=combobox]");
  expect(document.activeElement).toBe(field);
  press(field, "ArrowDown");
  press(field, "Enter");

  expect(chosen()).toMatchObject([{ kind: "product", productId: "p-2", title: "Mug" }]);
  await until(() => find("[aria-label='Goes with the reply'] li"));
  press(find("textarea"), "Enter");
  expect(sent).toMatchObject([
    { draft: { kind: "staff", text: "", cards: [{ productId: "p-2" }] } },
  ]);
  expect(chosen()).toEqual([]);
});

test("where nothing is found, or the server is away, it says so", async () => {
  selling([]);
  const { find, open } = compose();
  await open();
  type(find("dialog [role=combobox]"), "vase");
  await until(() => expect(find("dialog").textContent).toContain("No product has “vase”"));
  expect(asked.at(-1)).toContain("/products?q=vase");

  selling([], 500);
  type(find("dialog [role=combobox]"), "mug");
  await until(() => expect(find("dialog [role=alert]").textContent).toContain("did not load"));
});

test("a discount code is looked at before it goes along", async () => {
  selling([]);
  const { find, open } = compose();
  await open();
  act(() => find("[data-kind=discount]").click());
  type(find("[name=code]"), "two words");
  act(() => find("dialog form [type=submit]").click());
  expect(find("dialog form").textContent).toContain("without blanks");
  type(find("[name=code]"), " BOWL10 ");
  type(find("[name=worth]"), "10 % off");
  act(() => find("dialog form [type=submit]").click());

  expect(chosen()).toEqual([{ kind: "discount", code: "BOWL10", text: "10 % off", url: null }]);
});

test("a pasted link of a product becomes a card once one says so", async () => {
  selling([BOWL]);
  const { find } = compose();
  const field = find("textarea");
  type(field, "Look at https://shop.example/bowl");
  const pasted = new Event("paste", { bubbles: true });
  Object.assign(pasted, {
    clipboardData: { getData: () => "https://shop.example/bowl", files: [], items: [] },
  });
  act(() => {
    field.dispatchEvent(pasted);
  });
  await until(() => expect(document.body.textContent).toContain("as a product card?"));
  const yes = [...document.querySelectorAll("button")].find(
    ({ textContent }) => textContent === "Make it a card",
  );
  act(() => yes?.click());

  expect(chosen()).toMatchObject([{ productId: "p-1" }]);
  expect(typed.get().drafts.get(conversation.id)?.text).toBe("Look at");
});

test("what is drawn of the shop leads only to addresses of the web", () => {
  const { id, ...bowl } = BOWL;
  const hostile: Card = {
    kind: "product",
    productId: id,
    ...bowl,
    title: "<img src=x onerror=alert(1)>",
    url: "javascript:alert(1)",
    imageUrl: "data:image/svg+xml,<svg onload='alert(1)'/>",
  };
  const code: Card = { kind: "discount", code: "X", text: null, url: "javascript:alert(1)" };
  const good: Card = { kind: "product", productId: "p-3", ...bowl };
  const { container } = render(<MessageCards cards={[hostile, code, good]} />);

  expect([...container.querySelectorAll("a")].map(({ href }) => href)).toEqual([
    "https://shop.example/bowl",
  ]);
  expect([...container.querySelectorAll("img")].map(({ src }) => src)).toEqual([
    "https://cdn.example/bowl.png",
  ]);
  expect(container.querySelector("img")?.referrerPolicy).toBe("no-referrer");
  expect(container.textContent).toContain("<img src=x");
  expect(container.querySelector("s")?.textContent).toContain("€144.00");
});
