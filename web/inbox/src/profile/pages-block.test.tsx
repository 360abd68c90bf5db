import type { PagesVisited, PageVisit } from "@shopbell/protocol/pages";
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { render } from "../../testkit/render.ts";
import { PagesBlock } from "./pages-block.tsx";

const SHOP = "https://shop.example";

beforeEach(() => {
  const store = { id: "store", name: "Hearthlow", key: "k", timeZone: "UTC", snippet: "" };
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify({ ...store, origins: [SHOP] })));
});

afterEach(() => vi.unstubAllGlobals());

const settled = () => act(async () => void (await new Promise((done) => setTimeout(done))));

async function shown(value: PagesVisited | null, isExpected = false, hasFailed = false) {
  const block = { value, hasFailed, reload: vi.fn(), take() {} };
  const { container } = render(
    <InStore session={aSession([], [])}>
      <PagesBlock block={block} isExpected={isExpected} />
    </InStore>,
  );
  await settled();
  return { container, block };
}

function visit(path: string, title: string | null = null, origin = SHOP): PageVisit {
  return { url: origin + path, title, at: `2026-11-16T09:0${path.length % 10}:00Z` };
}

test("a store that does not want to know has no such block, and none is announced to it", async () => {
  expect((await shown({ pages: null })).container.textContent).toBe("");
  expect((await shown(null)).container.textContent).toBe("");
});

test("where they are expected, the block is there before its pages are", async () => {
  const { container } = await shown(null, true);

  expect(container.textContent).toContain("Pages visited");
  expect(container.querySelector("[aria-busy=true]")).not.toBeNull();
});

test("each page leads to the shop in a tab of its own, which learns nothing of the inbox", async () => {
  const { container } = await shown({ pages: [visit("/v%C3%A1zy", "Vases"), visit("/")] });
  const [first, second] = container.querySelectorAll("a");

  expect(first?.textContent).toBe("Vases, opens in the store");
  expect(first?.href).toBe(`${SHOP}/v%C3%A1zy`);
  expect(first?.target).toBe("_blank");
  expect(first?.rel).toBe("noopener noreferrer");
  expect(container.textContent).toContain("/v\u00e1zy");
  expect(second?.textContent).toBe("/, opens in the store");
});

test("a page that is none of the store's any more leads nowhere", async () => {
  const { container } = await shown({ pages: [visit("/", "Free bowls", "https://evil.example")] });

  expect(container.textContent).toContain("Free bowls");
  expect(container.querySelector("a")).toBeNull();
});

test("of many the newest are shown, and all when asked for", async () => {
  const pages = [..."abcdefg"].map((name, index) => visit(`/${name.repeat(index + 1)}`));
  const { container } = await shown({ pages });

  expect(container.querySelectorAll("li")).toHaveLength(5);
  act(() => container.querySelector("button")?.click());
  expect(container.querySelectorAll("li")).toHaveLength(7);
});

test("none yet, and none to be had, are said", async () => {
  expect((await shown({ pages: [] })).container.textContent).toContain("No page of the store");
  const { container, block } = await shown(null, false, true);

  act(() => container.querySelector("button")?.click());

  expect(block.reload).toHaveBeenCalledOnce();
});
