import type { ConversationPage, ConversationSummary } from "@shopbell/protocol/staff";
import type { ChangesFrame } from "@shopbell/protocol/staff-frames";
import { beforeEach, describe, expect, test } from "vitest";
import { aSummary, ME } from "../testkit/samples.ts";
import { type Inbox, takeChanges, takePage, takeSnapshot } from "./inbox.ts";
import { compareRows } from "./inbox-lists.ts";
import { VIEWS } from "./views.ts";

const ROWS = 6_000;
const POSITION = { epoch: "epoch-1", feedSeq: 100 };

/** How often anybody asked a conversation for its place: twice for each comparison. */
let reads = 0;

/** A conversation that was active so many seconds after the first. */
function counted(id: number, second: number, version = 1): ConversationSummary {
  const lastActivityAt = new Date(Date.UTC(2026, 9, 5, 9, 0, second)).toISOString();
  const summary = aSummary(`conversation-${id}`, { version });
  return Object.defineProperty({ ...summary }, "lastActivityAt", {
    enumerable: true,
    get() {
      reads += 1;
      return lastActivityAt;
    },
  });
}

const rows = Array.from({ length: ROWS + 50 }, (_, index) => counted(index, ROWS + 50 - index));

const page = (from: number, to: number): ConversationPage => ({
  position: POSITION,
  conversations: rows.slice(from, to),
  next: "more",
});

const changes = (conversations: readonly ConversationSummary[]): ChangesFrame => ({
  type: "changes",
  position: POSITION,
  conversations,
  messages: [],
  gone: [],
});

const byId = (one: ConversationSummary, other: ConversationSummary) => (one.id < other.id ? -1 : 1);

function loaded(): Inbox {
  const snapshot = {
    position: POSITION,
    unread: [],
    views: { unresolved: [], resolved: [], mine: [], unassigned: [], blocked: [] },
    latest: [],
    online: [],
    drafts: [],
  };
  // Heard in another order than that of the lists, as in a store where people write.
  const begun = takeChanges(takeSnapshot(snapshot, ME.id), changes(rows.toSorted(byId)));
  return VIEWS.reduce((inbox, view) => takePage(inbox, view, page(0, ROWS)), begun);
}

describe("with six thousand rows in each list", () => {
  let inbox: Inbox;
  beforeEach(() => {
    inbox = loaded();
    reads = 0;
  });

  test("a page more looks at each of them a few times", () => {
    const more = takePage(inbox, "all", page(ROWS, ROWS + 50));

    expect(more.lists.all?.rows).toHaveLength(ROWS + 50);
    expect(reads).toBeLessThan(6 * ROWS);
  });

  test("two hundred changes at once find their places without walking past all", () => {
    const changed = Array.from({ length: 200 }, (_, index) => counted(index, 3_000 + index, 2));

    const next = takeChanges(inbox, changes(changed));

    const asked = reads;
    const { rows: inOrder = [] } = next.lists.all ?? {};
    expect(inOrder.map(({ id }) => id)).toEqual(inOrder.toSorted(compareRows).map(({ id }) => id));
    expect(inOrder).toHaveLength(ROWS);
    expect(asked).toBeLessThan(VIEWS.length * 200 * 60);
  });
});
