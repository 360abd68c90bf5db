import { afterEach, expect, test, vi } from "vitest";
import { press } from "../../testkit/render.ts";
import { bindKeys } from "./bindings.ts";
import { letTypingRunOut, NOTICED_MS } from "./run-on.ts";

let stop = () => {};

afterEach(() => {
  press(document.body, "Escape");
  stop();
  vi.restoreAllMocks();
});

/** Somebody was typing, and the field went. */
function given() {
  const now = vi.spyOn(performance, "now").mockReturnValue(1_000);
  const resolve = vi.fn();
  stop = bindKeys(() => [{ keys: "e", run: resolve }]);
  const tail: string[] = [];
  letTypingRunOut((letter) => void tail.push(letter));
  const wait = (milliseconds: number) => now.mockReturnValue(performance.now() + milliseconds);
  return { resolve, tail, wait };
}

test("what one goes on typing is kept, and is no shortcut", () => {
  const { resolve, tail, wait } = given();
  for (const letter of "re: E") {
    press(document.body, letter);
    wait(NOTICED_MS - 1);
  }
  press(document.body, "Backspace");
  press(document.body, "e");

  expect(resolve).not.toHaveBeenCalled();
  expect(tail.join("")).toBe("re: Ee");
});

test("after a pause keys are shortcuts again", () => {
  const { resolve, tail, wait } = given();
  press(document.body, "e");
  wait(NOTICED_MS);
  press(document.body, "e");

  expect(resolve).toHaveBeenCalledOnce();
  expect(tail).toEqual(["e"]);
});

test.each([
  ["Tab", () => press(document.body, "Tab")],
  ["Esc", () => press(document.body, "Escape")],
  ["a click", () => document.body.dispatchEvent(new Event("pointerdown", { bubbles: true }))],
])("%s is deliberate: keys are shortcuts again", (_, act) => {
  const { resolve, tail } = given();
  act();
  press(document.body, "e");

  expect(resolve).toHaveBeenCalledOnce();
  expect(tail).toEqual([]);
});
