import { expect, test } from "vitest";
import { hueOf, initialsOf } from "./person.ts";

test.each([
  ["Anna Kowalska", "AK"],
  ["  maya  de la  cruz ", "MC"],
  ["sofia.m@example.com", "S"],
  ["Łukasz", "Ł"],
  ["佐藤 花", "佐花"],
  ["Zoë O’Neill", "ZO"],
  ["😀", ""],
  ["", ""],
])("the initials of %j are %j", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test("a person keeps one of eight colours", () => {
  expect(hueOf("a")).toBe(hueOf("a"));
  expect(hueOf("33333333-3333-4333-8333-333333333333")).toBeGreaterThanOrEqual(1);
  expect(hueOf("33333333-3333-4333-8333-333333333333")).toBeLessThanOrEqual(8);
});
