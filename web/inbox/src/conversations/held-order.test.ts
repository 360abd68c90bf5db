import { expect, test } from "vitest";
import { type HeldOrder, nextOrder } from "./held-order.ts";

const shown = (...ids: string[]): HeldOrder => ({ shown: ids, waitingSince: null });

test("an order nobody holds is shown at once", () => {
  expect(nextOrder(shown("a", "b"), ["b", "a"], false, 0)).toEqual(shown("b", "a"));
});

test("under the pointer no row moves and none comes in", () => {
  const held = nextOrder(shown("a", "b"), ["new", "b", "a"], true, 1_000);

  expect(held).toEqual({ shown: ["a", "b"], waitingSince: 1_000 });
});

test("the wait ends after five seconds, counted from the first change", () => {
  const first = nextOrder(shown("a", "b"), ["b", "a"], true, 1_000);
  const second = nextOrder(first, ["new", "b", "a"], true, 5_900);
  const late = nextOrder(second, ["new", "b", "a"], true, 6_000);

  expect(second.shown).toEqual(["a", "b"]);
  expect(late).toEqual(shown("new", "b", "a"));
});

test("letting go shows the newest order", () => {
  const held = nextOrder(shown("a", "b"), ["b", "a"], true, 1_000);

  expect(nextOrder(held, ["b", "a"], false, 1_200)).toEqual(shown("b", "a"));
});

test("a row that no longer exists leaves even while held", () => {
  expect(nextOrder(shown("a", "b", "c"), ["c", "a"], true, 0)).toEqual({
    shown: ["a", "c"],
    waitingSince: 0,
  });
});

test("the next page is taken in at the end while held", () => {
  expect(nextOrder(shown("a", "b"), ["a", "b", "c"], true, 0)).toEqual(shown("a", "b", "c"));
});

test("a change that undoes itself ends the wait", () => {
  const held = nextOrder(shown("a", "b"), ["b", "a"], true, 0);

  expect(nextOrder(held, ["a", "b"], true, 100)).toEqual(shown("a", "b"));
});

test("nothing new is the same value again", () => {
  const before = shown("a", "b");

  expect(nextOrder(before, ["a", "b"], true, 9)).toBe(before);
});
