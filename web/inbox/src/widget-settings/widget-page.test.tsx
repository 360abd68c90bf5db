import { isOrigins } from "@shopbell/protocol/origins";
import { act } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { asInput, render, type } from "../../testkit/render.ts";
import { WidgetPage } from "./widget-page.tsx";

const MAIN = "https://shop.example";
const OTHER = "https://www.shop.example";
const SNIPPET = '<script async src="https://chat.example/widget/k.js"></script>';

let origins: readonly string[];
let asked: unknown[];
let refusal: string | null;

beforeEach(() => {
  origins = [MAIN, OTHER];
  asked = [];
  refusal = null;
  vi.stubGlobal("fetch", async (url: string, { method, body }: RequestInit = {}) => {
    if (!url.endsWith("/settings/origins")) {
      const store = { id: "s", name: "Shop", key: "k", origins, timeZone: "UTC", snippet: SNIPPET };
      return Response.json(store);
    }
    if (method !== "PUT") return Response.json({ origins });
    const wanted: unknown = JSON.parse(String(body));
    if (!isOrigins(wanted)) throw new Error("no list of origins");
    asked.push(wanted);
    if (refusal) return Response.json({ status: 422, code: refusal, title: "" }, { status: 422 });
    origins = wanted.origins;
    return Response.json(wanted);
  });
});

async function page() {
  const shown = render(
    <InStore session={aSession([], [])}>
      <WidgetPage />
    </InStore>,
  );
  await settled();
  const press = async (name: string) => {
    const all = [...shown.container.querySelectorAll("button")];
    const button = all.find(
      (each) => (each.getAttribute("aria-label") ?? each.textContent) === name,
    );
    if (!button) throw new Error(`no button ${name}`);
    act(() => button.click());
    await settled();
  };
  return { ...shown, press };
}

test("the line for the store's pages and every address are shown, the first as the main one", async () => {
  const { container } = await page();

  expect(container.querySelector("pre")?.textContent).toBe(SNIPPET);
  const rows = [...container.querySelectorAll("li")].map((row) => row.textContent);
  expect(rows[0]).toContain(`${MAIN}Main address`);
  expect(rows[1]).toContain(`${OTHER}Make main`);
});

test("an address is added after the others, and the field is empty again", async () => {
  const { find, press, container } = await page();
  type(asInput(find("input[name=origin]")), " https://b.example ");

  await press("Add");

  expect(asked).toEqual([{ origins: [MAIN, OTHER, "https://b.example"] }]);
  expect(asInput(find("input[name=origin]")).value).toBe("");
  expect(container.textContent).toContain("Pages at https://b.example can show the chat now.");
});

test("what is wrong is said beside the field, and what was typed stays", async () => {
  refusal = "origin_invalid";
  const { find, press, container } = await page();
  type(asInput(find("input[name=origin]")), "shop");

  await press("Add");

  const input = asInput(find("input[name=origin]"));
  expect(input.value).toBe("shop");
  expect(input.getAttribute("aria-invalid")).toBe("true");
  expect(container.textContent).toContain("This is no address of a web page.");
});

test("another address becomes the main one", async () => {
  const { press } = await page();

  await press(`Make ${OTHER} the main address`);

  expect(asked).toEqual([{ origins: [OTHER, MAIN] }]);
});

test("an address is removed once that is confirmed; the last one stays", async () => {
  const { press, container } = await page();

  await press(`Remove ${OTHER}`);
  expect(asked).toEqual([]);
  await press("Remove");

  expect(asked).toEqual([{ origins: [MAIN] }]);
  expect(container.querySelector(`[aria-label="Remove ${MAIN}"]`)).toBeNull();
});

async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await act(async () => {});
}
