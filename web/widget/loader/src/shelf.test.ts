import { beforeEach, expect, test, vi } from "vitest";
import type { Keep } from "../../port/src/messages.ts";
import { openShelf } from "./shelf.ts";

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  vi.restoreAllMocks();
});

function wish(name: string, value: string | null, more: Partial<Keep> = {}): Keep {
  return { type: "keep", call: 1, name, value, claim: false, tab: false, ...more };
}

test("opening it stores nothing", () => {
  openShelf("key1", () => {});

  expect({ ...localStorage, ...sessionStorage }).toEqual({});
});

test("everything is kept under the store's own key, and nothing else is told", () => {
  localStorage.setItem("cart", "3 bowls");
  localStorage.setItem("shopbell:key2:visitor", "of another store");
  const shelf = openShelf("key1", () => {});

  shelf.keep(wish("visitor", "v"));
  shelf.keep(wish("draft", "d", { tab: true }));

  expect(localStorage.getItem("shopbell:key1:visitor")).toBe("v");
  expect(sessionStorage.getItem("shopbell:key1:draft")).toBe("d");
  expect(shelf.kept()).toEqual({ visitor: "v", draft: "d" });
});

test("it says which wish is done, after it is done", () => {
  const seen: unknown[] = [];
  const shelf = openShelf("key1", (done) => seen.push([done, shelf.kept()]));

  shelf.keep(wish("outbox:a", "1", { call: 7 }));
  shelf.keep(wish("outbox:a", null, { call: 8 }));

  expect(seen).toEqual([
    [7, { "outbox:a": "1" }],
    [8, {}],
  ]);
});

test("a claim leaves what is there", () => {
  const shelf = openShelf("key1", () => {});

  shelf.keep(wish("visitor", "first", { claim: true }));
  shelf.keep(wish("visitor", "second", { claim: true }));

  expect(shelf.kept()).toEqual({ visitor: "first" });
});

test("what another tab keeps is told", () => {
  const changed = vi.fn();
  openShelf("key1", changed);

  dispatchEvent(new StorageEvent("storage", { key: "cart" }));
  dispatchEvent(new StorageEvent("storage", { key: "shopbell:key1:visitor" }));

  expect(changed).toHaveBeenCalledExactlyOnceWith();
});

test("on a page that forbids storage it keeps things as long as the page lives", () => {
  vi.spyOn(window, "localStorage", "get").mockImplementation(() => {
    throw new DOMException("Denied", "SecurityError");
  });
  const shelf = openShelf("key1", () => {});

  shelf.keep(wish("visitor", "v"));

  expect(shelf.kept()).toEqual({ visitor: "v" });
});
