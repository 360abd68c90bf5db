import { piecesOf } from "@shopbell/protocol/links";
import { expect, test } from "vitest";
import { beginning } from "./beginning.ts";

test("a short text is its own beginning", () => {
  const parts = piecesOf("Hello");

  expect(beginning(parts)).toBe(parts);
});

test("a link is never cut, for it would lead elsewhere", () => {
  const url = `https://shop.example/${"a".repeat(1_000)}`;
  const shown = beginning(piecesOf(`${"word ".repeat(250)}${url} ${"word ".repeat(500)}`));

  expect(shown.at(-1)).toEqual({ text: url, href: url });
});

test("many short lines are long, too", () => {
  const shown = beginning(piecesOf("line\n".repeat(100)));

  expect(shown.join("").split("\n")).toHaveLength(24);
});

test("an emoji is not cut in half", () => {
  expect(beginning(["a".repeat(1) + "😀".repeat(2_000)]).join("")).toMatch(/😀$/u);
});
