import { expect, test } from "vitest";
import { jonas, maya, minute } from "../../testkit/given.ts";
import { noticedSeq } from "./noticed.ts";
import type { Row } from "./rows.ts";

const now = Date.parse(minute(60));

function event(
  seq: number,
  author: typeof maya | null,
  told: Row["content"] & { kind: "event" },
): Row {
  return {
    key: `${seq}`,
    content: { ...told, author },
    at: minute(seq),
    seq,
    startsDay: false,
    startsUnread: false,
    first: true,
    last: true,
  };
}

const assigned = (seq: number, author: typeof maya, to: typeof maya) =>
  event(seq, author, { kind: "event", event: { type: "assigned", to }, author });
const bounced = (seq: number) =>
  event(seq, null, { kind: "event", event: { type: "email_bounced" }, author: null });

test("a conversation given to one and a mail that came back are noticed once they are on screen", () => {
  const rows = [assigned(3, jonas, maya), bounced(5)];

  expect(noticedSeq(rows, 2, maya.id, now)).toBe(0);
  expect(noticedSeq(rows, 4, maya.id, now)).toBe(3);
  expect(noticedSeq(rows, 6, maya.id, now)).toBe(5);
});

test("what one did oneself, what goes to others and what is long ago is not", () => {
  expect(noticedSeq([assigned(3, maya, maya), assigned(4, maya, jonas)], 9, maya.id, now)).toBe(0);
  expect(noticedSeq([bounced(3)], 9, maya.id, now + 3 * 24 * 60 * 60_000)).toBe(0);
});
