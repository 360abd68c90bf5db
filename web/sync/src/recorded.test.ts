import { isLinkFrame } from "@shopbell/protocol/link";
import type { ShopperConversation, ShopperMessage } from "@shopbell/protocol/shopper";
import { decodeShopperFrame } from "@shopbell/protocol/shopper-guards";
import type { StaffNews } from "@shopbell/protocol/staff";
import { decodeStaffFrame } from "@shopbell/protocol/staff-guards";
import { describe, expect, test } from "vitest";
import {
  isRecordedInbox,
  isRecordedThread,
  type Loaded,
  type RecordedThread,
} from "../testkit/recorded.ts";
import {
  type Inbox,
  takeChanges,
  takeOnline,
  takePage,
  takePresence,
  takeSnapshot,
  takeThread,
} from "./inbox.ts";
import {
  emptyThread,
  hear,
  missing,
  publicSeqOf,
  seqOf,
  type Thread,
  takeRange,
} from "./thread.ts";

const VIEWS = ["all", "unread", "unresolved"] as const;

const recorded = Object.entries(
  import.meta.glob<unknown>("../../../protocol/samples/recorded/*.json", {
    eager: true,
    import: "default",
  }),
).map(([path, data]) => ({ name: path.replace(/^.*\//, ""), data }));

const inboxes = recorded.filter(({ name }) => name.startsWith("inbox-"));
const threads = recorded.filter(({ name }) => name.startsWith("thread-"));

function loaded({ inbox, pages, threads }: Loaded): Inbox {
  const paged = VIEWS.reduce(
    (held, view) => takePage(held, view, pages[view]),
    takeSnapshot(inbox),
  );
  return threads.reduce(takeThread, paged);
}

function heard(inbox: Inbox, news: StaffNews): Inbox {
  switch (news.type) {
    case "changes":
      return takeChanges(inbox, news);
    case "online":
      return takeOnline(inbox, news.conversations);
    case "presence":
      return takePresence(inbox, news);
    case "start_over":
    case "unknown":
      throw new Error(`a recording has no business with ${news.type}`);
    default:
      return news satisfies never;
  }
}

function heardFrame(inbox: Inbox, data: unknown): Inbox {
  const frame = decodeStaffFrame(data);
  if (!frame) throw new Error(`not understood: ${JSON.stringify(data)}`);
  return isLinkFrame(frame) ? inbox : heard(inbox, frame);
}

test("there are recordings of both kinds, and every file is one", () => {
  expect(inboxes.length).toBeGreaterThan(0);
  expect(threads.length).toBeGreaterThan(0);
  expect(inboxes.length + threads.length).toBe(recorded.length);
});

describe("inbox: old state + frames = fresh load", () => {
  for (const { name, data } of inboxes) {
    test(name, () => {
      if (!isRecordedInbox(data)) return expect.fail("not a recording of an inbox");
      const told = data.frames.reduce(heardFrame, loaded(data.before));

      const inbox = (data.ranges ?? []).reduce(takeThread, told);

      const fresh = loaded(data.after);
      expect(inbox.unread).toEqual(fresh.unread);
      expect(inbox.online).toEqual(fresh.online);
      expect(inbox.position).toEqual(fresh.position);
      for (const view of VIEWS) expectSameList(inbox, fresh, view);
      expectSameThreads(inbox, fresh);
      expect(data.after).not.toEqual(data.before);
    });
  }
});

/** One that lost a row shows fewer than a fresh page, and one that gained a row shows more; what both show is the same. */
function expectSameList(inbox: Inbox, fresh: Inbox, view: (typeof VIEWS)[number]): void {
  const rows = inbox.lists[view]?.rows ?? [];
  const freshRows = fresh.lists[view]?.rows ?? [];
  const isWhole = inbox.lists[view]?.next === null && fresh.lists[view]?.next === null;
  const length = isWhole ? freshRows.length : Math.min(rows.length, freshRows.length);
  expect(isWhole ? rows : rows.slice(0, length)).toEqual(freshRows.slice(0, length));
}

function expectSameThreads(inbox: Inbox, fresh: Inbox): void {
  expect([...inbox.threads.keys()].sort()).toEqual([...fresh.threads.keys()].sort());
  for (const [id, { messages }] of fresh.threads) {
    const held = inbox.threads.get(id) ?? emptyThread();
    const known = inbox.conversations.get(id)?.lastSeq ?? 0;
    expect(missing(seqOf, held, known)).toBeNull();
    expect(held.messages.slice(-messages.length)).toEqual(messages);
    expect(inbox.conversations.get(id)).toEqual(fresh.conversations.get(id));
  }
}

interface Held {
  readonly conversation: ShopperConversation;
  readonly thread: Thread<ShopperMessage>;
}

function heardByShopper(held: Held, data: unknown): Held {
  const frame = decodeShopperFrame(data);
  if (!frame) throw new Error(`not understood: ${JSON.stringify(data)}`);
  if (isLinkFrame(frame)) return held;
  switch (frame.type) {
    case "welcome":
    case "conversation":
      if (frame.conversation.version < held.conversation.version) return held;
      return { ...held, conversation: frame.conversation };
    case "message":
      return { ...held, thread: hear(publicSeqOf, held.thread, frame.message).thread };
    case "start_over":
    case "unknown":
      throw new Error(`a recording has no business with ${frame.type}`);
    default:
      return frame satisfies never;
  }
}

function heardAll({ before, frames, ranges }: RecordedThread): Held {
  const start: Held = {
    conversation: before.conversation,
    thread: takeRange(publicSeqOf, emptyThread<ShopperMessage>(), before.messages),
  };
  const told = frames.reduce(heardByShopper, start);
  const thread = (ranges ?? []).reduce(
    (held, range) => takeRange(publicSeqOf, held, range.messages),
    told.thread,
  );
  return { ...told, thread };
}

describe("thread: old state + frames = fresh load", () => {
  for (const { name, data } of threads) {
    test(name, () => {
      if (!isRecordedThread(data)) return expect.fail("not a recording of a thread");

      const { conversation, thread } = heardAll(data);

      const fresh = data.after;
      expect(thread.aside).toEqual([]);
      expect(thread.messages.slice(-fresh.messages.length)).toEqual(fresh.messages);
      expect(thread.messages.at(-1)?.publicSeq ?? 0).toBe(fresh.conversation.lastPublicSeq);
      const { delivered, seen, staffSeen } = fresh.conversation;
      expect(conversation).toMatchObject({ delivered, seen, staffSeen });
    });
  }
});
