import { expect, test } from "vitest";
import { type HeldOrder, type Hold, nextOrder } from "./held-order.ts";

const exists = (id: string) => id !== "gone";
const FREE: Hold = { held: false, pointed: false, exists };
const FOCUSED: Hold = { held: true, pointed: false, exists };
const POINTED: Hold = { held: true, pointed: true, exists };

const shown = (...ids: string[]): HeldOrder => ({ shown: ids, waitingSince: null });

test("an order nobody holds is shown at once", () => {
  expect(nextOrder(shown("a", "b"), ["b", "a"], FREE, 0)).toEqual(shown("b", "a"));
});

test("under the pointer no row moves and none comes in", () => {
  const held = nextOrder(shown("a", "b"), ["new", "b", "a"], POINTED, 1_000);

  expect(held).toEqual({ shown: ["a", "b"], waitingSince: 1_000 });
});

test("the wait ends after five seconds, counted from the first change", () => {
  const first = nextOrder(shown("a", "b"), ["b", "a"], POINTED, 1_000);
  const second = nextOrder(first, ["new", "b", "a"], POINTED, 5_900);
  const late = nextOrder(second, ["new", "b", "a"], POINTED, 6_000);

  expect(second.shown).toEqual(["a", "b"]);
  expect(late).toEqual(shown("new", "b", "a"));
});

test("letting go shows the newest order", () => {
  const held = nextOrder(shown("a", "b"), ["b", "a"], POINTED, 1_000);

  expect(nextOrder(held, ["b", "a"], FREE, 1_200)).toEqual(shown("b", "a"));
});

test("a row that left the view stays under the pointer, until that goes or five seconds are over", () => {
  const held = nextOrder(shown("a", "b", "c"), ["c", "a"], POINTED, 0);

  expect(held).toEqual({ shown: ["a", "b", "c"], waitingSince: 0 });
  expect(nextOrder(held, ["c", "a"], FREE, 100)).toEqual(shown("c", "a"));
  expect(nextOrder(held, ["c", "a"], POINTED, 5_000)).toEqual(shown("c", "a"));
});

test("a row that no longer exists leaves even under the pointer", () => {
  expect(nextOrder(shown("a", "gone", "c"), ["c", "a"], POINTED, 0)).toEqual({
    shown: ["a", "c"],
    waitingSince: 0,
  });
});

test("a row that left the view leaves at once when only the focus holds the others", () => {
  expect(nextOrder(shown("a", "b", "c"), ["a", "c"], FOCUSED, 0)).toEqual(shown("a", "c"));
});

test("the next page is taken in at the end while held", () => {
  expect(nextOrder(shown("a", "b"), ["a", "b", "c"], POINTED, 0)).toEqual(shown("a", "b", "c"));
});

test("a change that undoes itself ends the wait", () => {
  const held = nextOrder(shown("a", "b"), ["b", "a"], POINTED, 0);

  expect(nextOrder(held, ["a", "b"], POINTED, 100)).toEqual(shown("a", "b"));
});

test("nothing new is the same value again", () => {
  const before = shown("a", "b");

  expect(nextOrder(before, ["a", "b"], POINTED, 9)).toBe(before);
});
