import { expect, test } from "vitest";
import { pickLanguage } from "./texts.ts";

test.each([
  ["ar", "ar"],
  ["ar-EG", "ar"],
  ["AR", "ar"],
  ["en-GB", "en"],
  ["de", "en"],
  ["", "en"],
  ["arn", "en"],
])("where %j is spoken the widget speaks %j", (tag, spoken) => {
  expect(pickLanguage(tag)).toBe(spoken);
});
