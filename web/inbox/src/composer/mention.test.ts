import { expect, test } from "vitest";
import { beginning, handleOf, matching, withName } from "./mention.ts";

const maya = { id: "1", name: "Maya Lindqvist" };
const jonas = { id: "2", name: "Jonas Weber" };
const other = { id: "3", name: "Jonas Öberg" };

test("an @ at the start of a word begins a name, up to the caret", () => {
  expect(beginning("@", 1)).toEqual({ start: 0, end: 1, name: "" });
  expect(beginning("Ask @Jo about it", 7)).toEqual({ start: 4, end: 7, name: "Jo" });
  expect(beginning("(@ma", 4)?.name).toBe("ma");
  expect(beginning("@Öb", 3)?.name).toBe("Öb");
});

test("an e-mail address, a finished name and another place do not", () => {
  expect(beginning("jo@example", 10)).toBeNull();
  expect(beginning("@Jonas ", 7)).toBeNull();
  expect(beginning("@Jonas is", 2)?.name).toBe("J");
  expect(beginning("Hello @Jo", 5)).toBeNull();
});

test("any word of a name can be typed, in any case", () => {
  expect(matching([maya, jonas, other], "jo")).toEqual([jonas, other]);
  expect(matching([maya, jonas, other], "web")).toEqual([jonas]);
  expect(matching([maya, jonas, other], "")).toHaveLength(3);
});

test("the first name is enough unless two share it", () => {
  expect(handleOf(maya, [maya, jonas, other])).toBe("Maya");
  expect(handleOf(jonas, [maya, jonas, other])).toBe("Jonas Weber");
});

test("the name takes the place of what was typed, with one blank behind it", () => {
  expect(withName("Ask @Jo about it", { start: 4, end: 7, name: "Jo" }, "Jonas")).toEqual({
    text: "Ask @Jonas about it",
    caret: 11,
  });
});
