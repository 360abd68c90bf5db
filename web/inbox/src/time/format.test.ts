import { expect, test } from "vitest";
import { dayTitle, leftAgo, shortAge } from "./format.ts";

const noon = new Date(2026, 10, 18, 12).getTime();
const ago = (minutes: number) => new Date(noon - minutes * 60_000).toISOString();

test("the age of a row is as short as it can be", () => {
  expect(shortAge(ago(0.5), noon)).toBe("now");
  expect(shortAge(ago(-3), noon)).toBe("now");
  expect(shortAge(ago(59.9), noon)).toBe("59m");
  expect(shortAge(ago(60), noon)).toBe("1h");
  expect(shortAge(ago(11 * 60), noon)).toBe("11h");
  expect(shortAge(ago(13 * 60), noon)).toBe("Yesterday");
  expect(shortAge(ago(3 * 24 * 60), noon)).toBe("Sun");
  expect(shortAge(ago(30 * 24 * 60), noon)).toMatch(/19 Oct|Oct 19/);
  expect(shortAge(ago(400 * 24 * 60), noon)).toMatch(/2025/);
});

test("days are the reader's, whatever the hour", () => {
  expect(dayTitle(ago(11 * 60), noon)).toBe("Today");
  expect(dayTitle(ago(13 * 60), noon)).toBe("Yesterday");
  expect(dayTitle(ago(5 * 24 * 60), noon)).toMatch(/Friday/);
});

test("somebody who left, left some time ago", () => {
  expect(leftAgo(ago(0.2), noon)).toBe("Left just now");
  expect(leftAgo(ago(12), noon)).toBe("Left 12 min ago");
  expect(leftAgo(ago(120), noon)).toBe("Left 2 h ago");
});
