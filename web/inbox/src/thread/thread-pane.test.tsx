import { emptyInbox } from "@shopbell/sync/inbox";
import type { Load } from "@shopbell/sync/load";
import type { StaffState } from "@shopbell/sync/staff-state";
import { act } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { aConversation, aMessage, jonas, maya } from "../../testkit/given.ts";
import { aSession, InStore, typed } from "../../testkit/in-store.tsx";
import { press, render } from "../../testkit/render.ts";
import { onAnnouncement } from "../announce/announce.ts";
import { bindKeys } from "../keyboard/bindings.ts";
import { ThreadPane } from "./thread-pane.tsx";

const { id } = aConversation();

beforeEach(() => typed.set({ drafts: new Map() }));

function paneWhile(load: Load | null) {
  const session = aSession([], []);
  const state = { ...session.getSnapshot(), threadLoads: new Map(load ? [[id, load]] : []) };
  return render(
    <InStore session={{ ...session, getSnapshot: () => state }}>
      <ThreadPane conversation={id} />
    </InStore>,
  );
}

test.each<[string, Load | null]>([
  ["lost or was never there", { kind: "gone" }],
  ["could not be loaded", { kind: "failed", failure: { kind: "unreached" } }],
  ["is still loading", null],
])("from a conversation that %s a link leads back to the list", (_, load) => {
  const back = paneWhile(load).find('a[aria-label="Back to conversations"]');

  expect(back.getAttribute("href")).toBe("/inbox/messages");
});

/** Somebody types into a conversation until it is taken away. */
function takenWhileTyping(draft: string) {
  const session = aSession([aConversation()], []);
  const thread = { messages: [aMessage(1)], aside: [] };
  const before = session.getSnapshot();
  let state: StaffState = {
    ...before,
    inbox: { ...before.inbox, threads: new Map([[id, thread]]) },
  };
  const page = () => (
    <InStore session={{ ...session, getSnapshot: () => state }}>
      <ThreadPane conversation={id} />
    </InStore>
  );
  const stop = typed.subscribe(() => {
    state = { ...state, ...typed.get() };
  });
  const { find, rerender } = render(page());
  act(() => find("textarea").focus());
  if (draft) session.write(id, { kind: "staff", text: draft, mentions: [] });
  state = {
    ...state,
    inbox: { ...before.inbox, conversations: new Map() },
    threadLoads: new Map([[id, { kind: "gone" }]]),
  };
  rerender(page());
  return stop;
}

test("what one goes on typing while it is taken away joins the draft and does nothing else", () => {
  const resolve = vi.fn();
  const unbind = bindKeys(() => [{ keys: "e", run: resolve }]);
  const stop = takenWhileTyping("We will re");
  for (const letter of "place it") press(document.activeElement ?? document.body, letter);
  expect(resolve).not.toHaveBeenCalled();
  expect(typed.get().drafts.get(id)?.text).toBe("We will replace it");

  press(document.body, "Escape");
  press(document.body, "e");
  expect(resolve).toHaveBeenCalledOnce();
  unbind();
  stop();
});

test("a letter typed on where nothing was begun begins no draft", () => {
  const stop = takenWhileTyping("");
  press(document.activeElement ?? document.body, "j");

  expect(typed.get().drafts.size).toBe(0);
  press(document.body, "Escape");
  stop();
});

test("taken away while it is open, it closes, says with whom it is, and leads on", () => {
  const other = aConversation({ id: "other" });
  const session = aSession([aConversation(), other], []);
  const open = session.getSnapshot();
  const thread = { messages: [aMessage(1, { text: "My secret wish" })], aside: [] };
  const seen: StaffState = {
    ...open,
    inbox: { ...open.inbox, threads: new Map([[id, thread]]) },
  };
  const page = (state: StaffState) => (
    <InStore session={{ ...session, getSnapshot: () => state }}>
      <ThreadPane conversation={id} />
    </InStore>
  );
  const { container, rerender, find } = render(page(seen));
  expect(container.textContent).toContain("Anna Kowalska");

  const list = { rows: [other], next: null, end: null };
  const gone: StaffState = {
    ...open,
    inbox: {
      ...open.inbox,
      toldAt: new Map([[id, 2]]),
      conversations: new Map([["other", other]]),
      lists: { ...open.inbox.lists, unresolved: list },
    },
    threadLoads: new Map([[id, { kind: "gone" }]]),
  };
  rerender(page(gone));
  expect(container.textContent).toContain("It was assigned to somebody else, or erased.");
  expect(container.textContent).not.toMatch(/Anna|secret/);

  rerender(page({ ...gone, inbox: { ...gone.inbox, toldAt: new Map() } }));
  expect(container.textContent).toContain("You may not see this conversation any more.");

  rerender(page({ ...gone, departures: new Map([[id, jonas]]) }));
  expect(container.textContent).toContain("This conversation is now with Jonas.");
  act(() => find("section button").click());
  expect(location.pathname).toBe("/inbox/messages/other");
});

test("who was spoken of is not spoken of any more when the conversation is taken away, or left", () => {
  const heard: (string | null)[] = [];
  const stop = onAnnouncement((text) => void heard.push(text));
  const session = aSession([aConversation()], []);
  const gone = { ...session.getSnapshot(), inbox: emptyInbox };
  const page = (state: StaffState) => (
    <InStore session={{ ...session, getSnapshot: () => state }}>
      <ThreadPane conversation={id} />
    </InStore>
  );
  const { rerender } = render(page(session.getSnapshot()));
  expect(heard).toEqual(["Anna Kowalska"]);
  rerender(page(gone));
  expect(heard).toEqual(["Anna Kowalska", null]);

  rerender(page(session.getSnapshot()));
  rerender(null);
  expect(heard.slice(2)).toEqual(["Anna Kowalska", null]);
  stop();
});

test("over the thread of a blocked sender it says by whom, and that more is refused", () => {
  const session = aSession([aConversation({ blocked: true, status: "resolved" })], []);
  const open = session.getSnapshot();
  const event = aMessage(1, { kind: "event", event: { type: "blocked" }, author: maya });
  const threads = new Map([[id, { messages: [event], aside: [] }]]);
  const { container } = render(
    <InStore
      session={{ ...session, getSnapshot: () => ({ ...open, inbox: { ...open.inbox, threads } }) }}
    >
      <ThreadPane conversation={id} />
    </InStore>,
  );

  expect(container.textContent).toContain("You blocked this sender. New messages are refused.");
});
