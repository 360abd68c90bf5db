import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { render } from "../../testkit/render.ts";
import { announce, hush } from "./announce.ts";
import { Announcements } from "./announcements.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test("what comes within two seconds is said together", () => {
  const { container } = render(<Announcements />);
  announce("Anna: Hello");
  act(() => vi.advanceTimersByTime(1_000));
  announce("Anna: Are you there?");
  expect(container.textContent).toBe("");
  act(() => vi.advanceTimersByTime(1_000));

  expect(container.textContent).toBe("Anna: Hello. Anna: Are you there?");
});

test("nothing is left of what was said, nor comes of what was to be said, once it is nobody's to hear", () => {
  const { container } = render(<Announcements />);
  announce("Anna: Hello");
  act(() => vi.advanceTimersByTime(2_000));
  announce("Anna: Are you there?");
  act(hush);
  expect(container.textContent).toBe("");

  announce("2 found");
  act(() => vi.advanceTimersByTime(2_000));
  expect(container.textContent).toBe("2 found");
});
