import { expect, test } from "vitest";
import { beginning } from "./beginning.ts";
import { ALL, found, withCode } from "./emoji.ts";
import { noteUsed, recentlyUsed } from "./recent.ts";

test("there are all of them, each once, in groups", () => {
  expect(ALL.length).toBeGreaterThan(1_500);
  expect(new Set(ALL.map(({ sign }) => sign)).size).toBe(ALL.length);
  expect(new Set(ALL.map(({ group }) => group)).size).toBe(9);
});

test("they are found by code, name and other words, the code first", () => {
  expect(found("tada")[0]?.sign).toBe("🎉");
  expect(found("heart").map(({ sign }) => sign)).toContain("❤️");
  expect(found("wave")[0]?.sign).toBe("👋");
  expect(found("zzzzz")).toEqual([]);
});

test("a code is one emoji", () => {
  expect(withCode("thumbsup")?.sign).toBe("👍️");
  expect(withCode("+1")?.sign).toBe("👍️");
  expect(withCode("nothing_like_it")).toBeUndefined();
});

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
