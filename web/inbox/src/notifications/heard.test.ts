import type { ConversationSummary } from "@shopbell/protocol/staff";
import { emptyInbox, type Inbox } from "@shopbell/sync/inbox";
import { expect, test } from "vitest";
import { aConversation, aMessage, jonas, maya } from "../../testkit/given.ts";
import { news, topicIn } from "./heard.ts";

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
const ids = (from: Inbox, to: Inbox) =>
  news(from, to).heard.map(({ conversation }) => conversation.id);

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

test("whose conversation it is decides which topic a message is", () => {
  const topics = (to: Inbox) => news(before, to).heard.map(({ topic }) => topic);

  expect(topics(inboxWith([hers]))).toEqual(["message_unassigned"]);
  expect(topics(inboxWith([{ ...hers, assignee: maya }]))).toEqual(["message_mine"]);
});

test("a note that names one is heard once, wherever it is", () => {
  const quiet = { ...hers, unread: 0, assignee: jonas };
  const named = { ...quiet, mentioned: true, lastSeq: 4 };

  expect(news(inboxWith([quiet]), inboxWith([named])).heard).toEqual([
    { topic: "mentioned", conversation: named },
  ]);
  const more = { ...named, lastSeq: 5 };
  expect(news(inboxWith([named]), inboxWith([more])).heard).toEqual([]);
});

test("what happens in one's own conversation, or after one's own words, is looked up", () => {
  const quiet = { ...hers, unread: 0 };
  const given = { ...quiet, assignee: maya, lastSeq: 4 };
  const words = { ...preview, kind: "staff", author: maya } as const;
  const answered = { ...quiet, preview: words, lastSeq: 4 };

  expect(news(inboxWith([quiet]), inboxWith([given])).stirred).toEqual([
    { conversation: given, after: 3 },
  ]);
  expect(news(inboxWith([quiet]), inboxWith([answered])).stirred).toHaveLength(1);
  expect(news(inboxWith([quiet]), inboxWith([{ ...quiet, lastSeq: 4 }])).stirred).toEqual([]);
  expect(
    news(inboxWith([quiet]), inboxWith([{ ...quiet, assignee: jonas, lastSeq: 4 }])).stirred,
  ).toEqual([]);
});

test("of what a thread tells one's own doing is nothing to tell of", () => {
  const assigned = (by: typeof maya, to: typeof maya) =>
    aMessage(4, { kind: "event", author: by, event: { type: "assigned", to } });
  const bounced = aMessage(5, { kind: "event", event: { type: "email_bounced" } });

  expect(topicIn([assigned(jonas, maya)], maya.id)).toBe("assigned");
  expect(topicIn([assigned(maya, maya)], maya.id)).toBeNull();
  expect(topicIn([assigned(jonas, jonas)], maya.id)).toBeNull();
  expect(topicIn([assigned(maya, maya), bounced], maya.id)).toBe("bounced");
  expect(topicIn([aMessage(4, { kind: "staff", author: maya })], maya.id)).toBeNull();
});
