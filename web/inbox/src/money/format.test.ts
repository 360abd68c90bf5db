import { expect, test } from "vitest";
import { money, number } from "./format.ts";

test.each([
  [9600, "EUR", "€96.00"],
  [5, "EUR", "€0.05"],
  [1999, "JPY", "JP¥1,999"],
  [1999, "KWD", "KWD 1.999"],
])("%i of %s reads %s", (amount, currency, words) => {
  expect(money(amount, currency).replaceAll("\u00a0", " ")).toMatch(words.replace("JP", ""));
});

test("many are counted with separators", () => {
  expect(number(1_199_880)).toBe("1,199,880");
  expect(number(4)).toBe("4");
});
