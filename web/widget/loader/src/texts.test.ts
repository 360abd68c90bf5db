import { expect, test } from "vitest";
import { pickLanguage } from "./texts.ts";

test.each([
  ["ar", "en-GB", "ar"],
  ["ar-EG", "en-GB", "ar"],
  ["AR", "en-GB", "ar"],
  ["en-GB", "ar", "en"],
  ["de", "ar", "en"],
  ["", "ar-EG", "ar"],
  ["", "de", "en"],
  ["arn", "en", "en"],
])("a page in %j read with a browser in %j is spoken to in %j", (page, browser, spoken) => {
  expect(pickLanguage(page, browser)).toBe(spoken);
});
