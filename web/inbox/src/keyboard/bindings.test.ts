import { afterEach, expect, test, vi } from "vitest";
import { press } from "../../testkit/render.ts";
import { bindKeys, PATIENCE_MS } from "./bindings.ts";

const stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.restoreAllMocks();
});

function bound(...keys: readonly string[]) {
  const ran: string[] = [];
  stops.push(bindKeys(() => keys.map((each) => ({ keys: each, run: () => void ran.push(each) }))));
  return ran;
}

const HELD = { repeat: true };

function inField(html: string): Element {
  document.body.innerHTML = html;
  const field = document.body.querySelector("[data-here]");
  if (!field) throw new Error("There is no field");
  return field;
}

test("a letter with Shift is another key than without", () => {
  const ran = bound("a", "Shift+a");
  press(document.body, "a");
  press(document.body, "A", { shiftKey: true });
  press(document.body, "A");

  expect(ran).toEqual(["a", "Shift+a", "a"]);
});

test("a sign is what it writes, however it is written", () => {
  const ran = bound("?", "/");
  press(document.body, "?", { shiftKey: true });
  press(document.body, "/", { shiftKey: true });

  expect(ran).toEqual(["?", "/"]);
});

test("G then M is one thing, and M alone another", () => {
  const ran = bound("g m", "m");
  press(document.body, "g");
  press(document.body, "m");
  press(document.body, "m");

  expect(ran).toEqual(["g m", "m"]);
});

test("after G a key that leads nowhere does nothing", () => {
  const ran = bound("g m", "e");
  press(document.body, "g");
  press(document.body, "e");
  expect(ran).toEqual([]);

  press(document.body, "e");
  expect(ran).toEqual(["e"]);
});

test("G is forgotten after a while, and held through Shift", () => {
  const now = vi.spyOn(Event.prototype, "timeStamp", "get").mockReturnValue(1_000);
  const ran = bound("g m", "g Shift+m", "m");
  press(document.body, "g");
  press(document.body, "Shift");
  press(document.body, "M", { shiftKey: true });
  press(document.body, "g");
  now.mockReturnValue(1_000 + PATIENCE_MS);
  press(document.body, "m");

  expect(ran).toEqual(["g Shift+m", "m"]);
});

test("what came last has the key, and gives it back when it goes", () => {
  const below = bound("e");
  const above = bound("e");
  press(document.body, "e");
  expect([below, above]).toEqual([[], ["e"]]);

  stops.pop()?.();
  press(document.body, "e");
  expect([below, above]).toEqual([["e"], ["e"]]);
});

test.each([
  "<input data-here>",
  "<textarea data-here></textarea>",
  "<select data-here></select>",
  "<p contenteditable data-here></p>",
  "<div role=menu><button data-here></button></div>",
  "<dialog open><button data-here></button></dialog>",
])("%s keeps its keys to itself", (html) => {
  const ran = bound("e");
  press(inField(html), "e");

  expect(ran).toEqual([]);
});

test("a box to tick leaves letters to the page", () => {
  const ran = bound("e");
  press(inField("<input type=checkbox data-here>"), "e");

  expect(ran).toEqual(["e"]);
});

test("held down, a key goes on moving, and does anything else once", () => {
  const ran: string[] = [];
  const run = (event: KeyboardEvent) => void ran.push(event.key);
  const keys = [
    { keys: "j", run, whileHeld: true },
    { keys: "e", run },
  ];
  stops.push(bindKeys(() => keys));
  for (const key of ["j", "e"]) {
    press(document.body, key);
    press(document.body, key, HELD);
    press(document.body, key, HELD);
  }

  expect(ran).toEqual(["j", "j", "j", "e"]);
});
