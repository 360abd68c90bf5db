import { describe, expect, test } from "vitest";
import { texts as loaderTexts } from "../../../loader/src/texts.ts";
import { texts } from "../../../testkit/texts.ts";
import { arabic } from "../thread/to-latest-words.ts";
import { timesIn } from "./times.ts";

const ARABIC = /\p{Script=Arabic}/u;

function written(text: unknown): string {
  return typeof text === "function" ? String(text("one", "two")) : String(text);
}

test("Arabic says everything English says, and the other way round", () => {
  expect(Object.keys(texts.ar).sort()).toEqual(Object.keys(texts.en).sort());
});

test.each(Object.keys(texts.en))("%s is said in both languages", (key) => {
  const english = written(Object.entries(texts.en).find(([name]) => name === key)?.[1]);
  const arabic = written(Object.entries(texts.ar).find(([name]) => name === key)?.[1]);

  expect(english.trim()).not.toBe("");
  expect(english).not.toMatch(ARABIC);
  expect(["about", "comma"].includes(key) ? "ا" : arabic).toMatch(ARABIC);
  for (const given of ["one", "two"]) {
    expect(arabic.includes(given)).toBe(english.includes(given));
  }
});

test("the loader and the panel call the launcher the same", () => {
  expect(loaderTexts.en[0]).toBe(texts.en.chat);
  expect(loaderTexts.ar[0]).toBe(texts.ar.chat);
});

test.each([
  [1, "رسالة جديدة"],
  [2, "رسالتان جديدتان"],
  [3, "3 رسائل جديدة"],
  [11, "11 رسالة جديدة"],
  [100, "100 رسالة جديدة"],
  [103, "103 رسائل جديدة"],
])("Arabic counts %i", (count, expected) => {
  expect(arabic.newMessages(count)).toBe(expected);
});

describe("times", () => {
  const noon = new Date(2026, 2, 3, 12).getTime();
  const times = timesIn("en", "en-GB", texts.en);
  const hours = (count: number) => noon - count * 3_600_000;

  test("are near when they are near", () => {
    expect(times.ago(noon - 30_000, noon)).toBe("now");
    expect(times.ago(noon - 240_000, noon)).toMatch(/^4 mins?$/);
    expect(times.ago(hours(2), noon)).toMatch(/^2 hrs?$/);
    expect(times.ago(hours(14), noon)).toBe("Yesterday");
    expect(times.ago(hours(24 * 40), noon)).toBe("22 January");
  });

  test("have a zero in front of the hour where the clock has twenty-four", () => {
    const morning = new Date(2026, 2, 3, 9, 5).getTime();
    const american = timesIn("en", "en-US", texts.en);
    const arabic = timesIn("ar", "ar-EG", texts.ar);

    expect(times.clock(morning)).toBe("09:05");
    expect(american.clock(morning)).toMatch(/^9:05\sAM$/);
    expect(arabic.clock(morning)).toMatch(/^9:05\s/);
  });

  test("name the day", () => {
    expect(times.day(hours(3), noon)).toBe("Today");
    expect(times.day(hours(13), noon)).toBe("Yesterday");
    expect(times.day(hours(24 * 365), noon)).toBe("3 March 2025");
  });

  test("are written in Arabic with the figures of the rest of the chat", () => {
    const arabic = timesIn("ar", "en-GB", texts.ar);

    expect(arabic.clock(noon)).toMatch(/^12:00/);
    expect(arabic.number(10_000)).toBe("10,000");
  });

  test("follow the shopper's region only where the language is the chat's", () => {
    expect(timesIn("en", "de-DE", texts.en).day(hours(24 * 40), noon)).toBe("January 22");
  });
});
