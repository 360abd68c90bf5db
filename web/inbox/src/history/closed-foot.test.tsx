import type { Continuation } from "@shopbell/protocol/history";
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aConversation, aMessage, jonas, minute } from "../../testkit/given.ts";
import { aSession, InStore, typed } from "../../testkit/in-store.tsx";
import { render } from "../../testkit/render.ts";
import { ThreadPane } from "../thread/thread-pane.tsx";

beforeEach(() => typed.set({ drafts: new Map(), cards: new Map() }));
afterEach(() => vi.unstubAllGlobals());

const closed = aConversation({ continued: true, status: "resolved" });
const newer = aConversation({ id: "newer", continues: true });
const NOWHERE: Continuation = { conversation: null, elsewhere: null };

async function shown(answer: Continuation) {
  vi.stubGlobal("fetch", async () => Response.json(answer));
  const session = aSession([closed, newer], []);
  const before = session.getSnapshot();
  const thread = { messages: [aMessage(1)], aside: [] };
  const getSnapshot = () => ({
    ...session.getSnapshot(),
    inbox: { ...before.inbox, threads: new Map([[closed.id, thread]]) },
  });
  let held = getSnapshot();
  typed.subscribe(() => {
    held = getSnapshot();
  });
  const rendered = render(
    <InStore session={{ ...session, getSnapshot: () => held }}>
      <ThreadPane conversation={closed.id} />
    </InStore>,
  );
  await act(async () => {});
  await act(async () => {});
  return { ...rendered, session };
}

test("under a closed conversation there is nothing to write in, but the way to where it goes on", async () => {
  const { container, find } = await shown({ ...NOWHERE, conversation: newer });

  expect(container.querySelector("textarea, form")).toBeNull();
  expect(container.textContent).toContain("Continued in Anna's newer conversation.");
  expect(find('a[href*="newer"]').getAttribute("href")).toContain("/inbox/messages/newer");
  const buttons = [...container.querySelectorAll("button")].map(
    (button) => button.getAttribute("aria-label") ?? button.textContent,
  );
  expect(buttons).not.toContain("Reopen");
});

test("of one that is somebody else's it says whose it is, and nothing where that is hidden", async () => {
  const elsewhere = {
    id: "newer",
    customer: { name: "Anna", email: null },
    assignee: jonas,
    status: "unresolved",
    lastActivityAt: minute(1),
  } as const;
  const told = await shown({ ...NOWHERE, elsewhere });
  expect(told.container.textContent).toContain("which is assigned to Jonas Weber.");
  expect(told.container.querySelector('a[href*="newer"]')).toBeNull();

  const untold = await shown(NOWHERE);
  expect(untold.container.textContent).toContain("which is not yours to see.");
});

test("what was typed and not sent can be taken along", async () => {
  typed.set({ drafts: new Map(), cards: new Map() });
  const { container, session } = await shown({ ...NOWHERE, conversation: newer });
  const say = (conversation: string, kind: "staff" | "note", text: string) =>
    act(() => session.write(conversation, { kind, text, mentions: [] }));
  say(newer.id, "staff", "Hello.");
  say(closed.id, "staff", "It is on its way.");
  expect(container.textContent).toContain("It is on its way.");

  const along = [...container.querySelectorAll("button")].find(
    ({ textContent }) => textContent === "Take it along",
  );
  act(() => along?.click());

  const { drafts } = typed.get();
  expect(drafts.get(newer.id)).toMatchObject({
    kind: "staff",
    text: "Hello.\n\nIt is on its way.",
  });
  expect(drafts.has(closed.id)).toBe(false);
  expect(location.pathname).toBe("/inbox/messages/newer");
});
