import type { ConversationSummary } from "@shopbell/protocol/staff";
import { emptyInbox, type Inbox } from "@shopbell/sync/inbox";
import { expect, test } from "vitest";
import { aConversation, jonas, maya } from "../../testkit/given.ts";
import { heard } from "./heard.ts";

const preview = {
  kind: "customer",
  author: null,
  text: "Hello?",
  attachments: { images: 0, videos: 0 },
} as const;
const hers = aConversation({ lastSeq: 3, unread: 1, preview });

function inboxWith(conversations: readonly ConversationSummary[], change: Partial<Inbox> = {}) {
  return {
    ...emptyInbox,
    reader: maya.id,
    position: { epoch: "e", feedSeq: 1 },
    conversations: new Map(conversations.map((each) => [each.id, each])),
    unread: new Map(conversations.map(({ id, unread }) => [id, unread])),
    ...change,
  };
}

const before = inboxWith([{ ...hers, lastSeq: 2, unread: 0 }]);
const ids = (from: Inbox, to: Inbox) => heard(from, to).map(({ id }) => id);

test("a customer's message is heard once", () => {
  const now = inboxWith([hers]);

  expect(ids(before, now)).toEqual([hers.id]);
  expect(ids(inboxWith([]), now)).toEqual([hers.id]);
  expect(ids(now, now)).toEqual([]);
  expect(ids(now, inboxWith([{ ...hers, version: 9 }]))).toEqual([]);
});

test("marking as unread, answering and reading are nothing to tell of", () => {
  const read = { ...hers, unread: 0 };

  expect(ids(inboxWith([read]), inboxWith([hers]))).toEqual([]);
  expect(ids(before, inboxWith([{ ...hers, preview: { ...preview, kind: "staff" } }]))).toEqual([]);
  expect(ids(before, inboxWith([read]))).toEqual([]);
});

test("what is assigned to somebody else, or of a blocked sender, disturbs nobody", () => {
  expect(ids(before, inboxWith([{ ...hers, assignee: jonas }]))).toEqual([]);
  expect(ids(before, inboxWith([{ ...hers, assignee: maya }]))).toEqual([hers.id]);
  expect(ids(before, inboxWith([{ ...hers, blocked: true }]))).toEqual([]);
});

test("what a fresh load brings is no news", () => {
  expect(ids(emptyInbox, inboxWith([hers]))).toEqual([]);
  expect(ids(before, inboxWith([hers], { since: 8 }))).toEqual([]);
});
