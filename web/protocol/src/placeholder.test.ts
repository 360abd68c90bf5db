import { expect, test } from "vitest";
import samples from "../../../protocol/placeholders.json";
import { placeholderBackground } from "./placeholder.ts";

test.each(samples)("$of becomes a background", ({ placeholder, background }) => {
  expect(placeholderBackground(placeholder)).toBe(background);
});
