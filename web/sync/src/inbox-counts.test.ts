import type { InboxSnapshot } from "@shopbell/protocol/staff";
import { describe, expect, test } from "vitest";
import { aSummary } from "../testkit/samples.ts";
import { countOf, type Inbox, takeChanges, takeSnapshot } from "./inbox.ts";

const at = (feedSeq: number) => ({ epoch: "epoch-1", feedSeq });

const begun = (changed: Partial<InboxSnapshot>) =>
  takeSnapshot({
    position: at(100),
    unread: [],
    unresolved: [],
    resolved: [],
    latest: [],
    online: [],
    drafts: [],
    ...changed,
  });

const changed = (status: "resolved" | "unresolved", ...ids: readonly string[]) => ({
  type: "changes" as const,
  position: at(101),
  conversations: ids.map((id) => aSummary(id, { version: 2, status })),
  messages: [],
  gone: [],
});

const counts = (inbox: Inbox) => [countOf(inbox, "unresolved"), countOf(inbox, "all")];

const many = (count: number) => Array.from({ length: count }, (_, index) => `one-${index}`);

describe("the counts of views", () => {
  test("are right before any list is loaded, and stay so with what is heard", () => {
    const inbox = begun({ unresolved: ["a", "b"], resolved: ["c"] });
    expect(counts(inbox)).toEqual([2, 3]);

    expect(counts(takeChanges(inbox, changed("resolved", "a")))).toEqual([1, 3]);
    expect(counts(takeChanges(inbox, changed("unresolved", "a")))).toEqual([2, 3]);
    expect(counts(takeChanges(inbox, changed("unresolved", "c", "new")))).toEqual([4, 4]);
    const gone = { ...changed("resolved"), gone: ["b", "c"] };
    expect(counts(takeChanges(inbox, gone))).toEqual([1, 1]);
  });

  test("stop at a thousand, and stay there where the server names no more", () => {
    const inbox = begun({ unresolved: many(1_000), resolved: null });
    expect(counts(inbox)).toEqual([1_000, 1_000]);

    expect(counts(takeChanges(inbox, changed("resolved", "one-1")))).toEqual([1_000, 1_000]);
    expect(counts(takeChanges(inbox, changed("unresolved", "new")))).toEqual([1_000, 1_000]);
    const few = begun({ unresolved: ["a"], resolved: null });
    expect(counts(takeChanges(few, changed("unresolved", "b")))).toEqual([2, 1_000]);
  });
});
