import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aConversation } from "../../testkit/given.ts";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { press, render } from "../../testkit/render.ts";
import { Toaster } from "./toaster.tsx";
import { showToast } from "./toasts.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function given() {
  const session = aSession([aConversation()], []);
  const page = (state = session.getSnapshot()) => (
    <InStore session={{ ...session, getSnapshot: () => state }}>
      <Toaster />
    </InStore>
  );
  const { container, find, rerender } = render(page());
  const text = () => container.querySelector("p")?.textContent ?? null;
  const show = (words: string, undo?: () => void) =>
    act(() =>
      showToast({ text: [words], conversation: aConversation().id, ...(undo && { undo }) }),
    );
  const pass = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds));
  return { session, page, find, rerender, text, show, pass };
}

test("there is one at a time, for eight seconds, where a screen reader listens", () => {
  const { find, text, show, pass } = given();
  show("Anna is resolved");
  pass(7_000);
  show("Emeka is resolved");
  expect(text()).toBe("Emeka is resolved");
  expect(find("[role=status]").contains(find("p"))).toBe(true);

  pass(7_900);
  expect(text()).not.toBeNull();
  pass(200);
  expect(text()).toBeNull();
});

test("it stays while somebody points at it", () => {
  const { find, text, show, pass } = given();
  show("Anna is resolved");
  const toast = find("p").parentElement;
  act(() => void toast?.dispatchEvent(new MouseEvent("pointerover", { bubbles: true })));
  pass(60_000);
  expect(text()).not.toBeNull();

  act(() => void toast?.dispatchEvent(new MouseEvent("pointerout", { bubbles: true })));
  pass(8_100);
  expect(text()).toBeNull();
});

test("it stays while it has the focus", () => {
  const { find, text, show, pass } = given();
  show("Anna is resolved", () => {});
  act(() => find("button").focus());
  pass(60_000);

  expect(text()).not.toBeNull();
});

test("Z takes it back, also when it is off the screen, for half a minute and once", () => {
  const undo = vi.fn();
  const { text, show, pass } = given();
  show("Anna is resolved", undo);
  pass(20_000);
  expect(text()).toBeNull();

  press(document.body, "z");
  press(document.body, "z");
  expect(undo).toHaveBeenCalledTimes(1);

  show("Anna is resolved", undo);
  pass(31_000);
  press(document.body, "z");
  expect(undo).toHaveBeenCalledTimes(1);
});

test("the button takes it back, too", () => {
  const undo = vi.fn();
  const { find, text, show } = given();
  show("Anna is resolved", undo);
  act(() => find("button").click());

  expect(undo).toHaveBeenCalledTimes(1);
  expect(text()).toBeNull();
});

test("it goes with the conversation it names", () => {
  const { session, page, rerender, text, show } = given();
  show("Anna is resolved");
  const state = session.getSnapshot();
  const toldAt = new Map([[aConversation().id, 7]]);
  rerender(page({ ...state, inbox: { ...state.inbox, toldAt, conversations: new Map() } }));

  expect(text()).toBeNull();
});

test("Z goes back step by step", () => {
  const undone: string[] = [];
  const { show, pass } = given();
  show("Anna is resolved", () => void undone.push("Anna"));
  pass(20_000);
  show("Emeka is resolved", () => void undone.push("Emeka"));
  show("Link copied");
  show("Rosa is resolved", () => void undone.push("Rosa"));
  press(document.body, "z");
  press(document.body, "z");
  expect(undone).toEqual(["Rosa", "Emeka"]);

  // Too long ago by now.
  pass(15_000);
  press(document.body, "z");
  expect(undone).toEqual(["Rosa", "Emeka"]);
});
