import { expect, test } from "vitest";
import { moved } from "./use-order.ts";

test("an item goes to another place and the others close up", () => {
  expect(moved(["a", "b", "c", "d"], 0, 2)).toEqual(["b", "c", "a", "d"]);
  expect(moved(["a", "b", "c", "d"], 3, 0)).toEqual(["d", "a", "b", "c"]);
});

test("beyond the ends, and from nowhere, nothing moves", () => {
  const items = ["a", "b"];
  expect(moved(items, 0, -1)).toBe(items);
  expect(moved(items, 1, 2)).toBe(items);
  expect(moved(items, -1, 0)).toBe(items);
});
