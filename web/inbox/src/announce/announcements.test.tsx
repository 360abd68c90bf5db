import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { render } from "../../testkit/render.ts";
import { announce } from "./announce.ts";
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
