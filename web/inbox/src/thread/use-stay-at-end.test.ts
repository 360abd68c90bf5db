import { expect, test } from "vitest";
import { leftTheEnd } from "./use-stay-at-end.ts";

const log = (clientHeight: number, scrollTop: number) => ({
  clientHeight,
  scrollTop,
  scrollHeight: 1_000,
});

test("a banner that takes forty pixels does not cover the last message", () => {
  expect(leftTheEnd(log(637, 323), 677)).toBe(true);
});

test("somebody who reads further up stays where they read", () => {
  expect(leftTheEnd(log(637, 100), 677)).toBe(false);
});

test("what keeps its height is left alone", () => {
  expect(leftTheEnd(log(677, 323), 677)).toBe(false);
});
