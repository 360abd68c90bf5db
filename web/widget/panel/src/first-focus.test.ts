import { afterEach, expect, test } from "vitest";
import { firstFocus } from "./first-focus.ts";

afterEach(() => document.body.replaceChildren());

function twoFields() {
  const first = document.body.appendChild(document.createElement("textarea"));
  const second = document.body.appendChild(document.createElement("input"));
  return { first, second };
}

test("the first field has the focus, and again when the frame comes back without any", () => {
  const { first } = twoFields();
  firstFocus(first);
  expect(document.activeElement).toBe(first);

  first.blur();
  dispatchEvent(new Event("focus"));
  expect(document.activeElement).toBe(first);
});

test("where the shopper went on to, the focus stays", () => {
  const { first, second } = twoFields();
  firstFocus(first);
  second.focus();
  dispatchEvent(new Event("focus"));

  expect(document.activeElement).toBe(second);
});

test("a panel that was closed takes nothing", () => {
  const { first } = twoFields();
  const stop = firstFocus(first);
  stop();
  first.blur();
  dispatchEvent(new Event("focus"));

  expect(document.activeElement).toBe(document.body);
});
