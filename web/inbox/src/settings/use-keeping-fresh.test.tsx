import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { render } from "../../testkit/render.ts";
import { useKeepingFresh } from "./use-keeping-fresh.ts";

const refresh = vi.fn();

function Page() {
  useKeepingFresh(refresh);
  return null;
}

function turn(visibility: "visible" | "hidden") {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(visibility);
  act(() => void document.dispatchEvent(new Event("visibilitychange")));
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  refresh.mockClear();
});

test("what is looked at is asked for again, and what is out of sight is not", () => {
  render(<Page />);
  expect(refresh).not.toHaveBeenCalled();
  vi.advanceTimersByTime(25_000);
  expect(refresh).toHaveBeenCalledTimes(2);

  turn("hidden");
  vi.advanceTimersByTime(60_000);
  expect(refresh).toHaveBeenCalledTimes(2);

  turn("visible");
  expect(refresh).toHaveBeenCalledTimes(3);
  act(() => void window.dispatchEvent(new Event("focus")));
  expect(refresh).toHaveBeenCalledTimes(4);
});
