import type { ConversationSummary, View } from "@shopbell/protocol/staff";
import { countOf, type Inbox } from "../src/inbox.ts";
import { compareRows } from "../src/inbox-lists.ts";
import { VIEWS } from "../src/views.ts";
import type { FakeStore } from "./fake-store.ts";

/** What an inbox shows, without what only it needs to remember. */
export function shownBy(inbox: Inbox) {
  return {
    position: inbox.position,
    unread: Object.fromEntries([...inbox.unread].sort()),
    online: [...inbox.online].sort(),
    counts: VIEWS.map((view) => countOf(inbox, view)),
    lists: VIEWS.map((view) => inbox.lists[view]?.rows ?? null),
    threads: Object.fromEntries([...inbox.threads].sort().map(([id, thread]) => [id, thread])),
  };
}

/** The same from the truth: every list as far down as this inbox has loaded it, every thread from the oldest message it holds. */
export function shownFresh(store: FakeStore, inbox: Inbox) {
  const snapshot = store.snapshot();
  return {
    position: snapshot.position,
    unread: Object.fromEntries(
      snapshot.unread.map((one): [string, number] => [one.conversation, one.messages]).sort(),
    ),
    online: [...snapshot.online].sort(),
    counts: VIEWS.map((view) => rowsOf(store, view).length),
    lists: VIEWS.map((view) => {
      const list = inbox.lists[view];
      return (
        list && rowsOf(store, view).filter((row) => !list.end || compareRows(row, list.end) <= 0)
      );
    }),
    threads: Object.fromEntries(
      [...inbox.threads].sort().map(([id, { messages }]) => [
        id,
        {
          messages: store.messages(id, { after: (messages[0]?.seq ?? 1) - 1, limit: 10_000 })
            .messages,
          aside: [],
        },
      ]),
    ),
  };
}

function rowsOf(store: FakeStore, view: View): readonly ConversationSummary[] {
  return store.page(view, null, 10_000).conversations;
}
