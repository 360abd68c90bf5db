import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepFocus } from "./keep-focus.ts";

beforeEach(() => vi.useFakeTimers());

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** A field, and how often it came to the focus while the frame does or does not have it. */
function fieldIn(frameHasFocus: () => boolean) {
  vi.spyOn(document, "hasFocus").mockImplementation(frameHasFocus);
  const field = document.body.appendChild(document.createElement("textarea"));
  const other = document.body.appendChild(document.createElement("button"));
  const focused = vi.fn();
  field.addEventListener("focus", focused);
  return { field, other, focused };
}

test("a frame that did not get the focus takes it, until it has it", () => {
  let hasFocus = false;
  const { field, focused } = fieldIn(() => hasFocus);
  keepFocus(field);
  expect(focused).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(200);
  expect(focused).toHaveBeenCalledTimes(2);

  hasFocus = true;
  vi.advanceTimersByTime(200);
  hasFocus = false;
  vi.advanceTimersByTime(10_000);
  expect(focused).toHaveBeenCalledTimes(2);
  expect(document.activeElement).toBe(field);
});

test("a window that somebody left is not fought for", () => {
  const { field, focused } = fieldIn(() => false);
  keepFocus(field);
  vi.advanceTimersByTime(10_000);

  expect(focused.mock.calls.length).toBeLessThanOrEqual(5);
});

test("what the shopper went on to keeps the focus", () => {
  const { field, other, focused } = fieldIn(() => false);
  keepFocus(field);
  other.focus();
  vi.advanceTimersByTime(10_000);

  expect(document.activeElement).toBe(other);
  expect(focused).toHaveBeenCalledTimes(1);
});

test("a panel that is closed again takes nothing", () => {
  const { field, focused } = fieldIn(() => false);
  const stop = keepFocus(field);
  stop();
  vi.advanceTimersByTime(10_000);

  expect(focused).toHaveBeenCalledTimes(1);
});
