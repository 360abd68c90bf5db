import { expect, test } from "vitest";
import { isLinkTemplate, withCode } from "./link-template.ts";

const OWN = ["https://shop.example"];

test("a link leads into the store and has one place for the code", () => {
  expect(isLinkTemplate("https://shop.example/discount/{code}", OWN)).toBe(true);
  expect(isLinkTemplate("https://shop.example/?coupon={code}&a=b", OWN)).toBe(true);
  for (const wrong of [
    "https://shop.example/",
    "https://shop.example/{code}/{code}",
    "https://evil.example/{code}",
    "https://shop.example{code}/",
    "https://shop.example@evil.example/{code}",
    "/discount/{code}",
    "javascript:alert('{code}')",
  ]) {
    expect(isLinkTemplate(wrong, OWN), wrong).toBe(false);
  }
});

test("a code may have any sign", () => {
  expect(withCode("https://shop.example/{code}", "10%&$&")).toBe(
    "https://shop.example/10%25%26%24%26",
  );
});
