import { expect, test } from "vitest";
import { beginning } from "./beginning.ts";
import { noteUsed, recentlyUsed } from "./recent.ts";

test("a code begins with a colon at the start of a word and has two letters", () => {
  expect(beginning("Nice :ta", 8)).toEqual({ start: 5, end: 8, word: "ta" });
  expect(beginning(":+1", 3)).toEqual({ start: 0, end: 3, word: "+1" });
  for (const text of [":", ":t", "at 10:30", "http://", ":-) ", "a:ta"]) {
    expect(beginning(text, text.length)).toBeNull();
  }
});

test("what was used last comes first, once", () => {
  for (const sign of ["👋", "🎉", "👋"]) noteUsed(sign);
  expect(recentlyUsed().map(({ sign }) => sign)).toEqual(["👋", "🎉"]);
  localStorage.setItem("shopbell.emoji", "no json");
  expect(recentlyUsed()).toEqual([]);
});
