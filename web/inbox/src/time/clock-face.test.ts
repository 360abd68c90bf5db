import { expect, test } from "vitest";
import { clockFace } from "./clock-face.ts";

const plain = (text: string) => text.replaceAll(/\s/g, " ");
const evening = new Date(2026, 10, 18, 18, 16);
const morning = new Date(2026, 10, 18, 9, 5);

test("a twelve-hour clock has no zero in front of the hour", () => {
  expect(plain(clockFace("en-US").format(evening))).toBe("6:16 PM");
  expect(plain(clockFace("en-US").format(morning))).toBe("9:05 AM");
});

test("a clock of twenty-four hours has two figures for the hour", () => {
  expect(clockFace("en-GB").format(evening)).toBe("18:16");
  expect(clockFace("en-GB").format(morning)).toBe("09:05");
});
