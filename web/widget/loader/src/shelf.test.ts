import { beforeEach, expect, test, vi } from "vitest";
import type { Keep } from "../../port/src/messages.ts";
import { openShelf } from "./shelf.ts";

beforeEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
  sessionStorage.clear();
});

function wish(name: string, value: string | null, more: Partial<Keep> = {}): Keep {
  return { type: "keep", call: 1, name, value, claim: false, tab: false, ...more };
}

test("opening it stores nothing", () => {
  openShelf(
    "key1",
    () => {},
    () => {},
  );

  expect({ ...localStorage, ...sessionStorage }).toEqual({});
});

test("everything is kept under the store's own key, and nothing else is told", () => {
  localStorage.setItem("cart", "3 bowls");
  localStorage.setItem("shopbell:key2:visitor", "of another store");
  const [kept, keep] = openShelf(
    "key1",
    () => {},
    () => {},
  );

  keep(wish("visitor", "v"));
  keep(wish("draft", "d", { tab: true }));

  expect(localStorage.getItem("shopbell:key1:visitor")).toBe("v");
  expect(sessionStorage.getItem("shopbell:key1:draft")).toBe("d");
  expect(kept()).toEqual({ visitor: "v", draft: "d" });
});

test("it says which wish is done, after it is done", () => {
  const seen: unknown[] = [];
  const [kept, keep] = openShelf(
    "key1",
    (done) => seen.push([done, kept()]),
    () => {},
  );

  keep(wish("outbox:a", "1", { call: 7 }));
  keep(wish("outbox:a", null, { call: 8 }));

  expect(seen).toEqual([
    [7, { "outbox:a": "1" }],
    [8, {}],
  ]);
});

test("a claim leaves what is there", () => {
  const [kept, keep] = openShelf(
    "key1",
    () => {},
    () => {},
  );

  keep(wish("visitor", "first", { claim: true }));
  keep(wish("visitor", "second", { claim: true }));

  expect(kept()).toEqual({ visitor: "first" });
});

test("what another tab keeps is told", () => {
  const changed = vi.fn();
  openShelf("key1", changed, () => {});

  dispatchEvent(new StorageEvent("storage", { key: "cart" }));
  dispatchEvent(new StorageEvent("storage", { key: "shopbell:key1:visitor", newValue: "v" }));

  expect(changed).toHaveBeenCalledExactlyOnceWith();
});

test("on a page that forbids storage it keeps things as long as the page lives", () => {
  vi.spyOn(window, "localStorage", "get").mockImplementation(() => {
    throw new DOMException("Denied", "SecurityError");
  });
  const [kept, keep] = openShelf(
    "key1",
    () => {},
    () => {},
  );

  keep(wish("visitor", "v"));

  expect(kept()).toEqual({ visitor: "v" });
});

test("what is wiped is gone, of this tab or of all, and nothing of anybody else's", () => {
  localStorage.setItem("cart", "3 bowls");
  localStorage.setItem("shopbell:key2:visitor", "of another store");
  const [kept, keep, wipe] = openShelf(
    "key1",
    () => {},
    () => {},
  );
  for (const name of ["visitor", "identity", "outbox:a"]) keep(wish(name, "v"));
  for (const name of ["draft", "tab"]) keep(wish(name, "v", { tab: true }));

  wipe(true);
  expect(Object.keys(kept()).sort()).toEqual(["identity", "outbox:a", "visitor"]);
  wipe(false);

  expect(kept()).toEqual({});
  expect({ ...localStorage, ...sessionStorage }).toEqual({
    cart: "3 bowls",
    "shopbell:key2:visitor": "of another store",
  });
});

test("that another tab has forgotten who this is, is told apart from what it keeps", () => {
  const [changed, forgotten] = [vi.fn(), vi.fn()];
  openShelf("key1", changed, forgotten);
  const key = "shopbell:key1:visitor";

  dispatchEvent(new StorageEvent("storage", { key, newValue: "v" }));
  dispatchEvent(new StorageEvent("storage", { key: "shopbell:key2:visitor", newValue: null }));
  dispatchEvent(new StorageEvent("storage", { key: null, newValue: null }));
  expect(forgotten).not.toHaveBeenCalled();
  dispatchEvent(new StorageEvent("storage", { key, newValue: null }));

  expect(forgotten).toHaveBeenCalledExactlyOnceWith();
  expect(changed).toHaveBeenCalledOnce();
});
