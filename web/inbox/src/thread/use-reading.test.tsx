import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { render } from "../../testkit/render.ts";
import { useReading } from "./use-reading.ts";

const read = vi.fn();

function Reader({ seq }: { readonly seq: number }) {
  useReading(seq, read);
  return null;
}

function look(visible: boolean, focused: boolean) {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(visible ? "visible" : "hidden");
  vi.spyOn(document, "hasFocus").mockReturnValue(focused);
  act(() => {
    window.dispatchEvent(new Event(focused ? "focus" : "blur"));
    document.dispatchEvent(new Event("visibilitychange"));
  });
}

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds));

beforeEach(() => {
  vi.useFakeTimers();
  look(true, true);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  read.mockClear();
});

test("a message is read after a second on screen", () => {
  render(<Reader seq={7} />);

  pass(999);
  expect(read).not.toHaveBeenCalled();
  pass(1);
  expect(read).toHaveBeenCalledExactlyOnceWith(7);
});

test("nothing is read in a tab that is hidden or not in use", () => {
  look(false, true);
  render(<Reader seq={7} />);
  pass(5_000);
  look(true, false);
  pass(5_000);

  expect(read).not.toHaveBeenCalled();
});

test("looking away starts the second over", () => {
  render(<Reader seq={7} />);

  pass(900);
  look(true, false);
  pass(900);
  look(true, true);
  pass(900);
  expect(read).not.toHaveBeenCalled();
  pass(100);
  expect(read).toHaveBeenCalledExactlyOnceWith(7);
});

test("the next message on screen has its own second", () => {
  const { rerender } = render(<Reader seq={7} />);
  pass(1_000);
  rerender(<Reader seq={8} />);
  pass(999);
  expect(read).toHaveBeenCalledTimes(1);
  pass(1);
  expect(read).toHaveBeenLastCalledWith(8);
});

test("with nothing unread on screen nothing is said", () => {
  render(<Reader seq={0} />);
  pass(5_000);

  expect(read).not.toHaveBeenCalled();
});
