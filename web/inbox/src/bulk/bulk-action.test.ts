import type { BulkAction, ConversationSummary } from "@shopbell/protocol/staff";
import { expect, test } from "vitest";
import { aConversation, jonas, maya } from "../../testkit/given.ts";
import { changes, reversals } from "./bulk-action.ts";

const changed = (action: BulkAction, change: Partial<ConversationSummary>) =>
  changes(action, aConversation(change));

const before = new Map(
  [
    aConversation({ id: "a", assignee: maya }),
    aConversation({ id: "b", assignee: null, unread: 3 }),
    aConversation({ id: "c", assignee: maya }),
  ].map((summary) => [summary.id, summary]),
);

const result = (done: readonly string[], gone: readonly string[] = []) => ({
  done: done.map((id) => aConversation({ id })),
  gone,
  refused: [],
  failure: null,
});

test("only what it would change is asked for", () => {
  expect(changed({ type: "resolve" }, { status: "unresolved" })).toBe(true);
  expect(changed({ type: "resolve" }, { status: "resolved" })).toBe(false);
  expect(changed({ type: "reopen" }, { status: "resolved" })).toBe(true);
  expect(changed({ type: "reopen" }, { status: "resolved", blocked: true })).toBe(false);
  expect(changed({ type: "read" }, { unread: 2 })).toBe(true);
  expect(changed({ type: "read" }, { unread: 0 })).toBe(false);
  expect(changed({ type: "assign", to: jonas.id }, { assignee: maya })).toBe(true);
  expect(changed({ type: "assign", to: null }, { assignee: null })).toBe(false);
  expect(changed({ type: "label", label: "Returns" }, { labels: ["Delivery"] })).toBe(true);
  expect(changed({ type: "label", label: "Returns" }, { labels: ["Returns"] })).toBe(false);
  expect(changed({ type: "unlabel", label: "Returns" }, { labels: ["Returns"] })).toBe(true);
});

test("what was resolved is reopened, and the other way round", () => {
  expect(reversals({ type: "resolve" }, result(["a", "b"]), before)).toEqual([
    { conversations: ["a", "b"], action: { type: "reopen", undo: true } },
  ]);
  expect(reversals({ type: "reopen" }, result(["a"]), before)).toEqual([
    { conversations: ["a"], action: { type: "resolve" } },
  ]);
});

test("labels come off again", () => {
  expect(reversals({ type: "label", label: "Returns" }, result(["b"]), before)).toEqual([
    { conversations: ["b"], action: { type: "unlabel", label: "Returns" } },
  ]);
});

test("everything goes back to whom it was assigned, also what one no longer sees", () => {
  const given = reversals({ type: "assign", to: jonas.id }, result(["b"], ["a", "c"]), before);

  expect(given).toEqual([
    { conversations: ["b"], action: { type: "assign", to: null } },
    { conversations: ["a", "c"], action: { type: "assign", to: maya.id } },
  ]);
});

test("the dots that were taken away come back, and no others", () => {
  expect(reversals({ type: "read" }, result(["a", "b"]), before)).toEqual([
    { conversations: ["b"], action: { type: "unread" } },
  ]);
  expect(reversals({ type: "unread" }, result(["a"]), before)).toEqual([
    { conversations: ["a"], action: { type: "read" } },
  ]);
});

test("what nobody did is not taken back", () => {
  expect(reversals({ type: "resolve" }, result([]), before)).toEqual([]);
});
