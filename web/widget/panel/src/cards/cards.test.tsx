import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import type { Said } from "../thread/lines.ts";
import { Cards } from "./cards.tsx";

const page = document.documentElement;

afterEach(() => {
  render(null, document.body);
  vi.unstubAllGlobals();
  page.lang = "en";
});

const BOWL = {
  kind: "product",
  productId: "p-1",
  title: "Ash bowl, set of six",
  url: "https://shop.example/bowl",
  imageUrl: "https://cdn.example/bowl.png",
  price: 13_200,
  compareAtPrice: 14_400,
  currency: "EUR",
  available: false,
};
const CODE = { kind: "discount", code: "BOWL10", text: "10 % off", url: null };

function draw(cards: Said["cards"], orders?: unknown): HTMLElement {
  const said: Said = {
    key: "m",
    own: false,
    who: "Maya",
    text: "",
    files: [],
    cards,
    orders,
    at: 0,
    fate: null,
    refusal: null,
  };
  act(() => render(<Cards said={said} />, document.body));
  return document.body;
}

test("a product has its picture, its prices and the way to it", () => {
  page.lang = "en";
  const body = draw([BOWL]);

  expect(body.querySelector("a")?.href).toBe("https://shop.example/bowl");
  expect(body.querySelector("s")?.textContent).toContain("€144.00");
  expect(body.textContent).toContain("€132.00");
  expect(body.textContent).toContain("Sold out");
  expect(body.querySelector("img")?.getAttribute("referrerpolicy")).toBe("no-referrer");
});

test("in Arabic its words are Arabic", () => {
  page.lang = "ar";
  expect(draw([BOWL]).textContent).toContain("عرض المنتج");
});

test("words of another direction keep their order, and stand at the side where all the others begin", () => {
  const body = draw([BOWL, CODE]);
  const isolated = [...body.querySelectorAll("bdi")].map(({ textContent }) => textContent);

  expect(isolated).toEqual([BOWL.title, CODE.code, CODE.text]);
  // A block that has a direction of its own begins at the other side.
  expect(body.querySelector("[dir]")).toBeNull();
});

test("a code is copied, and says so", async () => {
  page.lang = "en";
  const written: string[] = [];
  vi.stubGlobal("navigator", {
    clipboard: { writeText: async (text: string) => void written.push(text) },
  });
  const body = draw([CODE]);
  expect(body.querySelector("a")).toBeNull();

  act(() => body.querySelector("button")?.click());

  await vi.waitFor(() =>
    expect(body.querySelector("[role=status]")?.textContent).toBe("Code copied"),
  );
  expect(written).toEqual(["BOWL10"]);
});

test("kinds of a newer server are left out, and hostile addresses lead nowhere", () => {
  page.lang = "en";
  const body = draw(
    [
      { kind: "voucher", code: "X" },
      { ...BOWL, url: "javascript:alert(1)", imageUrl: "javascript:alert(1)" },
    ],
    [{ number: "#1002", url: "javascript:alert(1)" }],
  );

  expect(body.querySelectorAll("li")).toHaveLength(1);
  expect(body.querySelector("a, img")).toBeNull();
});

test("an order that is named is a link below", () => {
  page.lang = "en";
  const body = draw(undefined, [{ number: "#1002", url: "https://shop.example/o/1" }]);
  expect(body.querySelector("a")?.textContent).toBe("Order #1002");
});
