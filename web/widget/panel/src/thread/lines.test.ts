import type { ShopperDraft, ShopperMessage } from "@shopbell/protocol/shopper";
import type { Bubble } from "@shopbell/sync/bubbles";
import { describe, expect, test } from "vitest";
import { linesOf, type Said, saidIn } from "./lines.ts";

const NOON = new Date(2026, 2, 3, 12).getTime();
const MINUTE = 60_000;

type OneBubble = Bubble<ShopperMessage, ShopperDraft>;

function message(publicSeq: number, kind: ShopperMessage["kind"], minute = publicSeq): OneBubble {
  const author = kind === "staff" ? { name: "Maya" } : null;
  const sentAt = new Date(NOON + minute * MINUTE).toISOString();
  const id = `m${publicSeq}`;
  const message = { id, publicSeq, kind, author, text: id, attachments: [], sentAt };
  return { key: id, kind: "message", message };
}

function entry(id: string, seconds: number, failed: string | null = null): OneBubble {
  const at = NOON - seconds * 1000;
  return {
    key: id,
    kind: "entry",
    entry: { id, conversation: "c", body: { text: id }, at, failed },
  };
}

function fates(bubbles: readonly OneBubble[], staffSeen = 0, sending: readonly string[] = []) {
  const progress = { sending: new Set(sending), staffSeen, now: NOON };
  return saidIn(bubbles, progress).map(({ fate }) => fate);
}

describe("what became of a message", () => {
  test("stands under the last one that arrived, and under no other", () => {
    const thread = [message(1, "customer"), message(2, "customer"), message(3, "staff")];

    expect(fates(thread)).toEqual([null, "sent", null]);
    expect(fates(thread, 1)).toEqual([null, "sent", null]);
    expect(fates(thread, 2)).toEqual([null, "seen", null]);
  });

  test("is sending, until that takes too long to be true", () => {
    expect(fates([entry("a", 1)])).toEqual(["sending"]);
    expect(fates([entry("a", 20)])).toEqual(["unsent"]);
    expect(fates([entry("a", 20)], 0, ["a"])).toEqual(["sending"]);
  });

  test("is refused as soon as the server says so", () => {
    expect(fates([entry("a", 1, "text_too_long")])).toEqual(["refused"]);
  });
});

test("a message that did not change is the same object again", () => {
  const thread = [message(1, "customer"), message(2, "staff")];
  const progress = { sending: new Set<string>(), staffSeen: 0, now: NOON };

  const [first, again] = [saidIn(thread, progress), saidIn(thread, progress)];

  expect(again[0]).toBe(first[0]);
  expect(again[1]).toBe(first[1]);
});

describe("lines", () => {
  const said = (key: string, minute: number, who: string | null = null): Said => ({
    key,
    own: who === null,
    who,
    text: key,
    files: [],
    at: NOON + minute * MINUTE,
    fate: null,
    refusal: null,
  });
  const shape = (list: readonly Said[]) =>
    linesOf(list).map((line) =>
      line.kind === "day" ? "day" : line.said.map(({ key }) => key).join(),
    );

  test("group what one person says within five minutes", () => {
    expect(shape([said("a", 0), said("b", 4), said("c", 10), said("d", 11, "Maya")])).toEqual([
      "day",
      "a,b",
      "c",
      "d",
    ]);
  });

  test("tell two members of staff apart", () => {
    expect(shape([said("a", 0, "Maya"), said("b", 1, "Jonas")])).toEqual(["day", "a", "b"]);
  });

  test("begin every day anew", () => {
    expect(shape([said("a", 719), said("b", 721)])).toEqual(["day", "a", "day", "b"]);
  });
});

test("what came from another address is not the shopper's own, nor the store's", () => {
  const own = message(1, "customer");
  const theirs = message(2, "customer");
  const another: OneBubble =
    theirs.kind === "message"
      ? { ...theirs, message: { ...theirs.message, another: true } }
      : theirs;
  const progress = { sending: new Set<string>(), staffSeen: 0, now: NOON };
  const said = saidIn([own, another, message(3, "automation")], progress);

  expect(said.map((one) => one.own)).toEqual([true, false, false]);
  expect(said.map(({ fate }) => fate)).toEqual(["sent", null, null]);
  expect(linesOf(said).filter(({ kind }) => kind === "group")).toHaveLength(3);
});
