import { isLinkFrame } from "@shopbell/protocol/link";
import type { ShopperConversation, ShopperMessage } from "@shopbell/protocol/shopper";
import { decodeShopperFrame } from "@shopbell/protocol/shopper-guards";
import type { ConversationPage, Position, View } from "@shopbell/protocol/staff";
import { decodeStaffFrame } from "@shopbell/protocol/staff-guards";
import { describe, expect, test } from "vitest";
import {
  isRecording,
  type Loaded,
  type RecordedInbox,
  type RecordedThread,
} from "../testkit/recorded.ts";
import { withWords } from "./described.ts";
import {
  countOf,
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
import { forEachView, VIEWS } from "./views.ts";

const files = import.meta.glob<unknown>("../../../protocol/samples/recorded/*.json", {
  eager: true,
  import: "default",
});

const recordings = Object.entries(files).map(([path, data]) => {
  const name = path.replace(/^.*\//, "");
  if (!isRecording(data)) throw new Error(`${name} is no recording`);
  return { name, ...data };
});

type Frames = readonly unknown[];

/** How the frames of a recording may come: as they were sent, each one again, and any older one once more at the end. */
const deliveries: Readonly<Record<string, (frames: Frames) => readonly Frames[]>> = {
  "each frame once": (frames) => [frames],
  "each frame twice": (frames) =>
    frames.length > 0 ? [frames.flatMap((frame) => [frame, frame])] : [],
  "an old frame late": (frames) =>
    frames.filter(isNumbered).map((frame) => [...frames, frame, frame]),
};

/** Who is there is told without numbers: of that the last word counts, and a socket keeps its order. */
function isNumbered(data: unknown): boolean {
  const type = decodeStaffFrame(data)?.type;
  return type !== "presence" && type !== "online";
}

/** A list as it is loaded in earnest: with more of it on the server. */
function cutTo(rows: number, loaded: Loaded): Loaded {
  const cut = (page: ConversationPage): ConversationPage =>
    page.conversations.length > rows
      ? { ...page, conversations: page.conversations.slice(0, rows), next: "more" }
      : page;
  return { ...loaded, pages: forEachView((view) => cut(loaded.pages[view])) };
}

function loaded({ inbox, pages, threads }: Loaded, reader: string): Inbox {
  const paged = VIEWS.reduce(
    (held, view) => takePage(held, view, pages[view]),
    takeSnapshot(inbox, reader),
  );
  return threads.reduce(takeThread, paged);
}

function heard(inbox: Inbox, data: unknown, fresh: Inbox): Inbox {
  const frame = decodeStaffFrame(data);
  if (!frame) throw new Error(`not understood: ${JSON.stringify(data)}`);
  if (isLinkFrame(frame)) return inbox;
  switch (frame.type) {
    case "changes":
      return takeChanges(inbox, frame);
    case "online":
      return takeOnline(inbox, frame.conversations);
    case "presence":
      return takePresence(inbox, frame);
    case "start_over":
      return fresh;
    // Of no inbox: drafts.test.ts, company.test.ts and profile-news.test.ts have them.
    case "typing":
    case "viewers":
    case "profile":
    case "drafts":
    case "draft":
      return inbox;
    case "unknown":
      throw new Error(`of a type without a name here: ${JSON.stringify(data)}`);
    default:
      return frame satisfies never;
  }
}

/** Who is not told of anything stays where they were: what happened is hidden from them. */
function toldUpTo({ before, frames }: RecordedInbox): Position {
  return frames.reduce<Position>((position, data) => {
    const frame = decodeStaffFrame(data);
    return frame?.type === "changes" ? frame.position : position;
  }, before.inbox.position);
}

function expectFresh(recorded: RecordedInbox, frames: Frames, rows: number): void {
  const fresh = loaded(cutTo(rows, recorded.after), recorded.me);
  const begun = loaded(cutTo(rows, recorded.before), recorded.me);

  const told = frames.reduce<Inbox>((inbox, data) => heard(inbox, data, fresh), begun);
  const inbox = recorded.ranges.reduce(takeThread, told);

  expect(inbox.unread).toEqual(fresh.unread);
  expect(inbox.online).toEqual(fresh.online);
  for (const view of VIEWS) expect(countOf(inbox, view)).toBe(countOf(fresh, view));
  for (const view of VIEWS) expectSameList(inbox, fresh, view);
  expectSameThreads(inbox, fresh);
  const startsOver = told === fresh;
  expect(inbox.position).toEqual(startsOver ? fresh.position : toldUpTo(recorded));
}

/** One that lost a row shows fewer than a fresh page, and one that gained a row shows more; what both show is the same. */
function expectSameList(inbox: Inbox, fresh: Inbox, view: View): void {
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

function heldFrom({ conversation, messages }: RecordedThread["before"]): Held {
  return {
    conversation,
    thread: takeRange(publicSeqOf, emptyThread<ShopperMessage>(), messages),
  };
}

function heardByShopper(held: Held, data: unknown, fresh: Held): Held {
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
    case "described":
      return { ...held, thread: withWords(held.thread, frame) };
    case "staff_typing":
      return held;
    case "start_over":
      return fresh;
    case "unknown":
      throw new Error(`of a type without a name here: ${JSON.stringify(data)}`);
    default:
      return frame satisfies never;
  }
}

function expectFreshThread({ before, ranges, after }: RecordedThread, frames: Frames): void {
  const fresh = heldFrom(after);

  const told = frames.reduce<Held>(
    (held, data) => heardByShopper(held, data, fresh),
    heldFrom(before),
  );
  const thread = ranges.reduce(
    (held, range) => takeRange(publicSeqOf, held, range.messages),
    told.thread,
  );

  expect(thread.aside).toEqual([]);
  expect(thread.messages).toEqual(after.messages);
  expect(thread.messages.at(-1)?.publicSeq ?? 0).toBe(after.conversation.lastPublicSeq);
  const { delivered, seen, staffSeen } = after.conversation;
  expect(told.conversation).toMatchObject({ delivered, seen, staffSeen });
}

test("there are recordings of inboxes and of threads, and somebody hears each action", () => {
  const readers = recordings.flatMap((recording) => recording.readers);
  expect(new Set(readers.map(({ kind }) => kind))).toEqual(new Set(["inbox", "thread"]));
  for (const { readers: those } of recordings) {
    expect(those.some(({ frames }) => frames.length > 0)).toBe(true);
  }
});

describe.for(recordings)("old state + frames = fresh load: $action", ({ readers }) => {
  for (const recorded of readers) {
    for (const [manner, delivered] of Object.entries(deliveries)) {
      const runs = delivered(recorded.frames);
      if (runs.length === 0) continue;
      test(`${recorded.reader}, ${manner}`, () => {
        for (const frames of runs) {
          if (recorded.kind === "thread") expectFreshThread(recorded, frames);
          else for (const rows of [1, 2, 50]) expectFresh(recorded, frames, rows);
        }
      });
    }
  }
});

test("when a customer left is in the inbox as it was told", () => {
  const told = recordings
    .flatMap(({ readers }) => readers)
    .filter((recorded) => recorded.kind === "inbox")
    .flatMap(({ before, me, frames }) =>
      frames.map((data) => ({ before, me, frame: decodeStaffFrame(data) })),
    )
    .flatMap(({ before, me, frame }) =>
      frame?.type === "presence" && !frame.online ? [{ before, me, frame }] : [],
    );

  expect(told.length).toBeGreaterThan(0);
  for (const { before, me, frame } of told) {
    const inbox = takePresence(loaded(before, me), frame);
    expect(frame.leftAt).toBeDefined();
    expect(inbox.leftAt.get(frame.conversation)).toBe(frame.leftAt);
  }
});
