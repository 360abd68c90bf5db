import { expect, test } from "vitest";
import { allOf, extended, NOTHING_SELECTED, type Selection, toggled, within } from "./selection.ts";

const ORDER = ["a", "b", "c", "d", "e"];

const chosen = ({ ids }: Selection) => [...ids].sort().join("");

test("one is chosen, and let go of again", () => {
  const one = toggled(toggled(NOTHING_SELECTED, "b"), "d");
  expect(chosen(one)).toBe("bd");
  expect(chosen(toggled(one, "b"))).toBe("d");
});

test("a range reaches from the one chosen last, downwards and upwards", () => {
  const down = extended(toggled(NOTHING_SELECTED, "b"), ORDER, "d");
  expect(chosen(down)).toBe("bcd");
  expect(chosen(extended(down, ORDER, "a"))).toBe("abcd");
});

test("a range without a beginning in the list is the one alone", () => {
  expect(chosen(extended(NOTHING_SELECTED, ORDER, "c"))).toBe("c");
  expect(chosen(extended(toggled(NOTHING_SELECTED, "gone"), ORDER, "c"))).toBe("cgone");
});

test("who leaves the list is not handled with the others", () => {
  const all = allOf(ORDER);
  expect(chosen(within(all, ["a", "e", "new"]))).toBe("ae");
  expect(within(all, ORDER)).toBe(all);
});
