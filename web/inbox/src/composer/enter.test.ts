import { expect, test } from "vitest";
import { sends, sendsAndResolves } from "./enter.ts";

const enter = {
  key: "Enter",
  keyCode: 13,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  isComposing: false,
};

test("Enter sends and Shift Enter breaks the line", () => {
  expect(sends(enter, true)).toBe(true);
  expect(sends({ ...enter, shiftKey: true }, true)).toBe(false);
  expect(sends({ ...enter, key: "a" }, true)).toBe(false);
});

test("Enter that takes a word from an input method does not send", () => {
  expect(sends({ ...enter, isComposing: true }, true)).toBe(false);
  expect(sends({ ...enter, keyCode: 229 }, true)).toBe(false);
  expect(sends({ ...enter, isComposing: true, ctrlKey: true }, true)).toBe(false);
});

test("where Enter breaks the line, Ctrl and Cmd Enter still send", () => {
  expect(sends(enter, false)).toBe(false);
  expect(sends({ ...enter, ctrlKey: true }, false)).toBe(true);
  expect(sends({ ...enter, metaKey: true }, false)).toBe(true);
});

test("with Shift besides Ctrl or Cmd it also resolves", () => {
  const shifted = { ...enter, shiftKey: true };
  expect(sends({ ...shifted, ctrlKey: true }, true)).toBe(true);
  expect(sendsAndResolves({ ...shifted, ctrlKey: true })).toBe(true);
  expect(sendsAndResolves({ ...shifted, metaKey: true })).toBe(true);
  expect(sendsAndResolves({ ...enter, ctrlKey: true })).toBe(false);
  expect(sendsAndResolves(shifted)).toBe(false);
});
