import type { ConversationSummary, InboxSnapshot } from "@shopbell/protocol/staff";
import { describe, expect, test } from "vitest";
import { aSummary, ME } from "../testkit/samples.ts";
import { countOf, type Inbox, takeChanges, takeSnapshot } from "./inbox.ts";
import { VIEWS } from "./views.ts";

const at = (feedSeq: number) => ({ epoch: "epoch-1", feedSeq });

const begun = (views: Partial<InboxSnapshot["views"]>) =>
  takeSnapshot(
    {
      position: at(100),
      unread: [],
      views: { unresolved: [], resolved: [], mine: [], unassigned: [], blocked: [], ...views },
      latest: [],
      online: [],
      drafts: [],
    },
    ME.id,
  );

const changed = (change: Partial<ConversationSummary>, ...ids: readonly string[]) => ({
  type: "changes" as const,
  position: at(101),
  conversations: ids.map((id) => aSummary(id, { version: 2, ...change })),
  messages: [],
  gone: [],
});

const counts = (inbox: Inbox) =>
  Object.fromEntries(VIEWS.map((view) => [view, countOf(inbox, view)]));

const many = (count: number) => Array.from({ length: count }, (_, index) => `one-${index}`);

describe("the counts of views", () => {
  const views = { unresolved: ["a", "b"], resolved: ["c"], unassigned: ["a"], mine: ["b"] };
  const inbox = begun({ ...views, blocked: ["d"] });

  test("are right before any list is loaded", () => {
    expect(counts(inbox)).toEqual({
      all: 4,
      unread: 0,
      unresolved: 2,
      resolved: 1,
      mine: 1,
      unassigned: 1,
      blocked: 1,
    });
  });

  test("stay so when conversations are resolved, reopened and new", () => {
    const resolved = takeChanges(inbox, changed({ status: "resolved", assignee: ME }, "b"));
    expect(counts(resolved)).toMatchObject({ all: 4, unresolved: 1, resolved: 2, mine: 0 });

    const more = takeChanges(inbox, changed({ status: "unresolved" }, "c", "new"));
    expect(counts(more)).toMatchObject({ all: 5, unresolved: 4, resolved: 0, unassigned: 3 });
  });

  test("stay so when conversations change hands", () => {
    const taken = takeChanges(inbox, changed({ assignee: ME }, "a"));
    expect(counts(taken)).toMatchObject({ unresolved: 2, mine: 2, unassigned: 0 });

    const given = takeChanges(inbox, changed({ assignee: { id: "tom", name: "Tom" } }, "b"));
    expect(counts(given)).toMatchObject({ unresolved: 2, mine: 0, unassigned: 1 });

    const gone = { ...changed({}), gone: ["b", "c", "d"] };
    expect(counts(takeChanges(inbox, gone))).toMatchObject({
      all: 1,
      unresolved: 1,
      resolved: 0,
      mine: 0,
      blocked: 0,
    });
  });

  test("count a blocked sender as blocked and as nothing else", () => {
    const blocked = takeChanges(inbox, changed({ status: "resolved", blocked: true }, "a"));
    expect(counts(blocked)).toMatchObject({
      all: 4,
      unresolved: 1,
      resolved: 1,
      unassigned: 0,
      blocked: 2,
    });

    const unblocked = takeChanges(inbox, changed({ status: "resolved" }, "d"));
    expect(counts(unblocked)).toMatchObject({ all: 4, resolved: 2, blocked: 0 });
  });

  test("stop at a thousand, and stay there where the server names no more", () => {
    const full = begun({ unresolved: null, mine: many(998), resolved: ["r"] });
    expect(counts(full)).toMatchObject({ all: 1_000, unresolved: 1_000, mine: 998, resolved: 1 });

    const fewer = takeChanges(full, changed({ status: "resolved", assignee: ME }, "one-1"));
    expect(counts(fewer)).toMatchObject({ all: 1_000, unresolved: 1_000, mine: 997, resolved: 2 });

    const more = takeChanges(full, changed({ assignee: ME }, "x", "y", "z"));
    expect(countOf(more, "mine")).toBe(1_000);
    const back = takeChanges(more, { ...changed({}), gone: ["x", "y"] });
    expect(countOf(back, "mine")).toBe(999);
  });
});
