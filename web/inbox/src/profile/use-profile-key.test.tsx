import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { render } from "../../testkit/render.ts";
import { phone } from "../design/use-phone.ts";
import { useProfileKey } from "./use-profile-key.ts";

let undone: number;

beforeEach(() => {
  vi.spyOn(phone, "matches", "get").mockReturnValue(true);
  vi.spyOn(history, "back").mockImplementation(() => {
    undone++;
  });
  undone = 0;
});

afterEach(() => vi.restoreAllMocks());

function Covered({ isOpen, close = () => {} }: { isOpen: boolean; close?: () => void }) {
  useProfileKey({ isOpen, covers: true, open: () => {}, close, toggle: () => {} });
  return null;
}

test("closing a profile that covers a phone takes its place in the history away", () => {
  const { rerender } = render(<Covered isOpen />);
  rerender(<Covered isOpen={false} />);

  expect(undone).toBe(1);
});

test("whoever follows a link out of it stays where it led", () => {
  const { rerender } = render(<Covered isOpen />);
  history.pushState(null, "", "#elsewhere");
  rerender(<Covered isOpen={false} />);

  expect(undone).toBe(0);
});

test("Back closes it, and goes no further", () => {
  let closed = 0;
  const { rerender } = render(<Covered isOpen close={() => closed++} />);
  act(() => void dispatchEvent(new PopStateEvent("popstate")));
  rerender(<Covered isOpen={false} />);

  expect(closed).toBe(1);
  expect(undone).toBe(0);
});
