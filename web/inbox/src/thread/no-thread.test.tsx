import { act } from "react";
import { expect, test } from "vitest";
import { aConversation } from "../../testkit/given.ts";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { render } from "../../testkit/render.ts";
import type { Place } from "../conversations/view.ts";
import { NoThread } from "./no-thread.tsx";

async function emptyView(place: Place, answered: number) {
  const session = aSession([aConversation({ status: "resolved" })], []);
  const state = session.getSnapshot();
  const empty = { rows: [], next: null, end: null };
  const lists = { ...state.inbox.lists, unresolved: empty, resolved: empty };
  const known = { ...state, inbox: { ...state.inbox, lists } };
  const today = async () => ({ kind: "done", value: { answered } }) as const;
  const { container } = render(
    <InStore
      session={{
        ...session,
        getSnapshot: () => known,
        actions: { ...session.actions, today },
      }}
    >
      <NoThread place={place} />
    </InStore>,
  );
  await act(async () => {});
  return container.querySelector("p")?.textContent;
}

test("whoever is caught up is told how many people they answered today", async () => {
  expect(await emptyView("unresolved", 23)).toBe(
    "You answered 23 people today. New messages show up here.",
  );
  expect(await emptyView("unresolved", 1)).toBe(
    "You answered 1 person today. New messages show up here.",
  );
});

test("who has answered nobody is not told so", async () => {
  expect(await emptyView("unresolved", 0)).toBe("New messages show up here.");
});

test("a view that is empty for other reasons does not count", async () => {
  expect(await emptyView("resolved", 23)).toMatch(/^What you resolve/);
});
