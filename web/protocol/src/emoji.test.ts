import { expect, test } from "vitest";
import { ALL, found, withCode } from "./emoji.ts";

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
