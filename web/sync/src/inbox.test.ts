import type { ConversationPage, InboxSnapshot } from "@shopbell/protocol/staff";
import type { ChangesFrame } from "@shopbell/protocol/staff-frames";
import { describe, expect, test } from "vitest";
import { aStaffMessage, aSummary, ME } from "../testkit/samples.ts";
import {
  badge,
  isGone,
  latest,
  mentions,
  takeChanges,
  takeOnline,
  takePage,
  takePosted,
  takePresence,
  takeSnapshot,
  takeSummary,
  takeThread,
  touchThread,
  unreadMessages,
} from "./inbox.ts";
import { compareRows } from "./inbox-lists.ts";

const at = (feedSeq: number, epoch = "epoch-1") => ({ epoch, feedSeq });

const snapshot = (changed: Partial<InboxSnapshot> = {}): InboxSnapshot => ({
  position: at(100),
  unread: [],
  views: { unresolved: [], resolved: [], mine: [], unassigned: [], blocked: [] },
  latest: [],
  online: [],
  drafts: [],
  ...changed,
});

const page = (changed: Partial<ConversationPage>): ConversationPage => ({
  position: at(100),
  conversations: [],
  next: null,
  ...changed,
});

const changes = (feedSeq: number, changed: Partial<ChangesFrame>): ChangesFrame => ({
  type: "changes",
  position: at(feedSeq),
  conversations: [],
  messages: [],
  gone: [],
  ...changed,
});

const ids = (rows: readonly { readonly id: string }[] | undefined) => rows?.map(({ id }) => id);

describe("a summary", () => {
  test("older than the one known is dropped", () => {
    const newer = aSummary("a", { version: 7, unread: 2 });
    const inbox = takeSnapshot(snapshot({ latest: [newer] }), ME.id);

    const late = changes(101, { conversations: [aSummary("a", { version: 6, unread: 0 })] });

    expect(takeChanges(inbox, late).conversations.get("a")).toEqual(newer);
    expect(badge(takeChanges(inbox, late))).toBe(1);
  });

  test("moves badge and module", () => {
    const unread = [
      { conversation: "a", messages: 3 },
      { conversation: "b", messages: 1 },
    ];
    const inbox = takeSnapshot(snapshot({ unread }), ME.id);
    expect([badge(inbox), unreadMessages(inbox)]).toEqual([2, 4]);

    const read = takeSummary(inbox, aSummary("a", { unread: 0 }));
    expect([badge(read), unreadMessages(read)]).toEqual([1, 1]);

    const more = takeChanges(read, changes(101, { conversations: [aSummary("b", { unread: 2 })] }));
    expect([badge(more), unreadMessages(more)]).toEqual([1, 2]);
  });

  test("tells of notes that name the reader until they are read", () => {
    const inbox = takeSnapshot(
      snapshot({ latest: [aSummary("a", { mentioned: true, status: "resolved" }), aSummary("b")] }),
      ME.id,
    );
    expect(ids(mentions(inbox))).toEqual(["a"]);

    const heard = takeChanges(
      inbox,
      changes(101, { conversations: [aSummary("b", { version: 9, mentioned: true })] }),
    );
    expect(ids(mentions(heard))?.toSorted()).toEqual(["a", "b"]);
    const read = takeSummary(heard, aSummary("a", { version: 9, mentioned: false }));
    expect(ids(mentions(read))).toEqual(["b"]);
    expect(mentions(takeChanges(read, changes(102, { gone: ["b"] })))).toEqual([]);
  });

  test("the newest unread one is the latest, and the newest when none is unread", () => {
    const older = aSummary("a", { unread: 1 });
    const newer = aSummary("b", { lastActivityAt: "2026-10-05T09:00:00.000001Z" });
    const inbox = takeSnapshot(snapshot({ latest: [newer, older] }), ME.id);
    expect(latest(inbox)?.id).toBe("a");

    expect(latest(takeSummary(inbox, aSummary("a", { unread: 0 })))?.id).toBe("b");
    expect(latest(takeSnapshot(snapshot(), ME.id))).toBeNull();
  });
});

describe("a list", () => {
  test("is by last activity, newest first, then by id, highest first", () => {
    const times = ["09:00:00Z", "09:00:00.5Z", "09:00:00.000001Z", "09:00:01Z", "08:59:59.999Z"];
    const rows = times.map((time) => ({ lastActivityAt: `2026-10-05T${time}`, id: "a" }));

    expect(rows.toSorted(compareRows).map((row) => row.lastActivityAt.slice(11))).toEqual([
      "09:00:01Z",
      "09:00:00.5Z",
      "09:00:00.000001Z",
      "09:00:00Z",
      "08:59:59.999Z",
    ]);
    const twins = ["a", "c", "b"].map((id) => aSummary(id));
    expect(ids(twins.toSorted(compareRows))).toEqual(["c", "b", "a"]);
  });

  test("leaves to the next page what stands behind its last row, until that page is there", () => {
    const row = (id: string, minute: number) =>
      aSummary(id, { lastActivityAt: `2026-10-05T09:${minute}:00Z` });
    const first = page({ conversations: [row("a", 50), row("b", 40)], next: "cursor" });
    const begun = takePage(takeSnapshot(snapshot(), ME.id), "all", first);

    const heard = takeChanges(begun, changes(101, { conversations: [row("d", 20), row("x", 45)] }));
    expect(ids(heard.lists.all?.rows)).toEqual(["a", "x", "b"]);
    expect(heard.conversations.has("d")).toBe(true);

    const second = page({ position: at(101), conversations: [row("c", 30), row("d", 20)] });
    expect(ids(takePage(heard, "all", second).lists.all?.rows)).toEqual(["a", "x", "b", "c", "d"]);
  });

  test("lets go of what no longer belongs", () => {
    const rows = [aSummary("b", { unread: 1 }), aSummary("a", { unread: 1 })];
    const begun = takePage(
      takeSnapshot(snapshot(), ME.id),
      "unread",
      page({ conversations: rows }),
    );

    const read = takeSummary(begun, aSummary("a", { unread: 0, version: 2 }));

    expect(ids(read.lists.unread?.rows)).toEqual(["b"]);
  });

  test("keeps its identity when something else changed", () => {
    const rows = [aSummary("a")];
    const begun = takePage(takeSnapshot(snapshot(), ME.id), "all", page({ conversations: rows }));

    expect(takeOnline(begun, ["a"]).lists.all).toBe(begun.lists.all);
  });

  test("does not take a page older than the snapshot, or of another history", () => {
    const begun = takeSnapshot(snapshot(), ME.id);
    const rows = [aSummary("a")];

    expect(takePage(begun, "all", page({ position: at(99), conversations: rows }))).toBe(begun);
    expect(takePage(begun, "all", page({ position: at(200, "epoch-2") }))).toBe(begun);
  });
});

describe("what is gone", () => {
  const begun = takePage(
    takeThread(takeSnapshot(snapshot({ online: ["a"] }), ME.id), {
      conversation: aSummary("a", { unread: 1 }),
      messages: [aStaffMessage(1, { conversation: "a" })],
    }),
    "all",
    page({ conversations: [aSummary("a", { unread: 1 })] }),
  );
  const gone = takeChanges(begun, changes(103, { gone: ["a"] }));

  test("is gone from everywhere", () => {
    expect(isGone(gone, "a")).toBe(true);
    expect(gone.conversations.size).toBe(0);
    expect(gone.unread.size).toBe(0);
    expect(gone.online.size).toBe(0);
    expect(gone.threads.size).toBe(0);
    expect(gone.lists.all?.rows).toEqual([]);
  });

  test("is not brought back by an answer that was on its way", () => {
    const late = aSummary("a", { version: 9, unread: 1 });
    const message = aStaffMessage(2, { conversation: "a" });

    const answers = [
      takeSummary(gone, late),
      takePosted(gone, { conversation: late, message }),
      takeThread(gone, { conversation: late, messages: [message] }),
      takePage(gone, "all", page({ position: at(102), conversations: [late] })),
      takeChanges(gone, changes(102, { conversations: [late], messages: [message] })),
    ];

    for (const inbox of answers) {
      expect(isGone(inbox, "a")).toBe(true);
      expect(inbox.unread.size + inbox.threads.size).toBe(0);
      expect(inbox.lists.all?.rows).toEqual([]);
    }
  });

  test("comes back when the feed says so, and stays when the old frame comes again", () => {
    const back = takeChanges(
      gone,
      changes(110, { conversations: [aSummary("a", { version: 9 })] }),
    );
    expect(ids(back.lists.all?.rows)).toEqual(["a"]);

    expect(takeChanges(back, changes(103, { gone: ["a"] })).conversations.has("a")).toBe(true);
  });
});

test("a frame of another history changes nothing", () => {
  const begun = takeSnapshot(snapshot(), ME.id);

  const frame = {
    ...changes(500, { conversations: [aSummary("a")] }),
    position: at(500, "epoch-2"),
  };

  expect(takeChanges(begun, frame)).toBe(begun);
});

test("a message of a thread that is not loaded changes the list and the counts only", () => {
  const begun = takeSnapshot(snapshot(), ME.id);
  const message = aStaffMessage(5, { conversation: "a" });

  const heard = takeChanges(
    begun,
    changes(101, {
      messages: [message],
      conversations: [aSummary("a", { lastSeq: 5, unread: 1 })],
    }),
  );

  expect(heard.threads.size).toBe(0);
  expect(badge(heard)).toBe(1);
});

test("the fifty threads opened last are kept", () => {
  const thread = (id: string) => ({ conversation: aSummary(id), messages: [] });
  const names = Array.from({ length: 50 }, (_, index) => `thread-${index}`);
  const full = names.map(thread).reduce(takeThread, takeSnapshot(snapshot(), ME.id));

  const more = takeThread(touchThread(full, "thread-0"), thread("thread-50"));

  expect(more.threads.size).toBe(50);
  expect(more.threads.has("thread-0")).toBe(true);
  expect(more.threads.has("thread-1")).toBe(false);
});

const LEFT = {
  type: "presence",
  conversation: "a",
  online: false,
  leftAt: "2026-10-05T09:30:00Z",
} as const;

test("customers come and go", () => {
  const begun = takeSnapshot(snapshot({ online: ["a"] }), ME.id);
  const came = takePresence(begun, { type: "presence", conversation: "b", online: true });
  const left = takePresence(came, LEFT);

  expect([...came.online]).toEqual(["a", "b"]);
  expect([...left.online]).toEqual(["b"]);
  expect([...takeOnline(left, ["c"]).online]).toEqual(["c"]);
});

test("when a customer left is known until they come back", () => {
  const left = takePresence(takeSnapshot(snapshot({ online: ["a"] }), ME.id), LEFT);

  expect(left.leftAt.get("a")).toBe("2026-10-05T09:30:00Z");
  expect(takeOnline(left, ["b"]).leftAt.get("a")).toBe("2026-10-05T09:30:00Z");
  expect(takeOnline(left, ["a"]).leftAt.has("a")).toBe(false);
  expect(
    takePresence(left, { type: "presence", conversation: "a", online: true }).leftAt.has("a"),
  ).toBe(false);
});
