import type { ConversationSummary } from "@shopbell/protocol/staff";
import { act } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { aConversation, aMessage, maya } from "../../testkit/given.ts";
import { aSession, InStore, type Sent, typed } from "../../testkit/in-store.tsx";
import { press, render, type } from "../../testkit/render.ts";
import { Composer } from "./composer.tsx";

const resolve = vi.fn(async () => ({ kind: "done" }) as const);

beforeEach(() => {
  typed.set({ drafts: new Map() });
  resolve.mockClear();
});

/** A conversation in which the reply that is sent next has this place. */
function compose(change: Partial<ConversationSummary>, replySeq: number | null) {
  const summary = aConversation(change);
  const sent: Sent[] = [];
  const session = aSession([summary], sent);
  const reply =
    replySeq === null ? [] : [aMessage(replySeq, { id: "sent", kind: "staff", author: maya })];
  const state = () => {
    const now = session.getSnapshot();
    const threads = new Map([[summary.id, { messages: reply, aside: [] }]]);
    return { ...now, inbox: { ...now.inbox, threads } };
  };
  let held = state();
  let of = typed.get().drafts;
  const getSnapshot = () => {
    if (of !== typed.get().drafts) held = state();
    of = typed.get().drafts;
    return held;
  };
  const page = render(
    <InStore session={{ ...session, getSnapshot, actions: { ...session.actions, resolve } }}>
      <Composer conversation={summary.id} summary={summary} />
    </InStore>,
  );
  return { ...page, sent, summary, field: page.find("textarea") };
}

const answered = () => act(async () => {});

test("the menu beside Send sends, and resolves when the server has the reply", async () => {
  const { find, field, sent, summary } = compose({ lastSeq: 2 }, 2);
  type(field, "It ships today.");
  act(() => find("button[aria-label='More ways to send']").click());
  act(() => find("[role=menuitem]").click());
  await answered();

  expect(sent).toHaveLength(1);
  expect(resolve).toHaveBeenCalledExactlyOnceWith(summary.id);
});

test("so does Enter with Ctrl and Shift", async () => {
  const { field, sent } = compose({ lastSeq: 2 }, 2);
  type(field, "It ships today.");
  press(field, "Enter", { ctrlKey: true, shiftKey: true });
  await answered();

  expect(sent).toHaveLength(1);
  expect(resolve).toHaveBeenCalledTimes(1);
});

test("what was said after the reply keeps the conversation unresolved", async () => {
  const { field } = compose({ lastSeq: 3 }, 2);
  type(field, "It ships today.");
  press(field, "Enter", { ctrlKey: true, shiftKey: true });
  await answered();

  expect(resolve).not.toHaveBeenCalled();
});

test("a reply that the server does not take resolves nothing, nor does an empty field", async () => {
  const { field } = compose({ lastSeq: 1 }, null);
  press(field, "Enter", { ctrlKey: true, shiftKey: true });
  type(field, "It ships today.");
  press(field, "Enter", { ctrlKey: true, shiftKey: true });
  await answered();

  expect(resolve).not.toHaveBeenCalled();
});

test("notes, and what is resolved already, are only sent", async () => {
  const { container, field, sent } = compose({ status: "resolved", lastSeq: 2 }, 2);
  expect(container.querySelector("[aria-haspopup=menu]")).toBeNull();
  type(field, "Once more: it ships today.");
  press(field, "Enter", { ctrlKey: true, shiftKey: true });
  await answered();

  expect(sent).toHaveLength(1);
  expect(resolve).not.toHaveBeenCalled();
  const note = compose({}, null);
  act(() => note.find("[role=tab][data-mode=note]").click());
  expect(note.container.querySelector("[aria-haspopup=menu]")).toBeNull();
});
