import { bubbles } from "@shopbell/sync/bubbles";
import { expect, test } from "vitest";
import { aMessage, anEntry, maya, minute } from "../../testkit/given.ts";
import { deliveries, type Reach } from "./delivery.ts";
import { rowsOf } from "./rows.ts";

const here: Reach = {
  delivered: 0,
  seen: 0,
  emailed: 0,
  byEmail: false,
  online: true,
  connected: true,
};

/** Mine at 1, 2 and, after the customer's 3, at 4. */
const messages = [1, 2, 4].map((seq) => aMessage(seq, { kind: "staff", author: maya }));

function said(
  reach: Partial<Reach>,
  entries: ReturnType<typeof anEntry>[] = [],
  more: ReturnType<typeof aMessage>[] = [],
) {
  const all = [messages[0], messages[1], aMessage(3), messages[2], ...more].filter(
    (each) => each !== undefined,
  );
  const rows = rowsOf(bubbles(all, entries), maya, null, true);
  return Object.fromEntries(
    [...deliveries(rows, { ...here, ...reach })].map(([key, delivery]) => [key, delivery.kind]),
  );
}

test("only the newest says what all say", () => {
  expect(said({})).toEqual({ "message-4": "sent" });
  expect(said({ delivered: 4 })).toEqual({ "message-4": "delivered" });
  expect(said({ delivered: 4, seen: 4 })).toEqual({ "message-4": "seen" });
});

test("an older group says so when it has come further", () => {
  expect(said({ delivered: 4, seen: 2 })).toEqual({
    "message-2": "seen",
    "message-4": "delivered",
  });
});

test("for a customer who left, what was not delivered waits", () => {
  expect(said({ online: false })).toEqual({ "message-4": "waiting" });
});

test("for a customer who left, what was not seen follows by e-mail, delivered or not", () => {
  const gone = { online: false, byEmail: true } as const;
  expect(said(gone)).toEqual({ "message-4": "waiting" });
  expect(said({ ...gone, delivered: 4 })).toEqual({ "message-4": "waiting" });
  expect(said({ ...gone, delivered: 4, emailed: 4 })).toEqual({ "message-4": "emailed" });
  expect(said({ ...gone, delivered: 4, emailed: 4, seen: 4 })).toEqual({ "message-4": "seen" });
});

test.each(["email_bounced", "email_failed"])("an answer names its mail's end as %s", (type) => {
  const event = {
    type,
    firstPublicSeq: 4,
    lastPublicSeq: 4,
    address: "a@b.example",
    reason: "550",
  };
  const told = aMessage(5, { kind: "event", publicSeq: null, event });
  const gone = { online: false, byEmail: true, emailed: 4 } as const;

  expect(said(gone, [], [told])).toEqual({ "message-2": "emailed", "message-4": "bounced" });
  expect(said({ ...gone, delivered: 4, seen: 4 }, [], [told])).toEqual({ "message-4": "seen" });
});

test("from an answer on whose mail waits they are held, until one of them has left or was seen", () => {
  const event = { type: "email_waits", firstPublicSeq: 4, address: "a@b.example" };
  const told = aMessage(5, { kind: "event", publicSeq: null, event });
  const next = aMessage(6, { kind: "staff", author: maya });
  const gone = { online: false, byEmail: true, emailed: 2 } as const;

  expect(said(gone, [], [told, next])).toEqual({ "message-2": "emailed", "message-6": "held" });
  expect(said({ ...gone, emailed: 4 }, [], [told, next])).toEqual({
    "message-4": "emailed",
    "message-6": "waiting",
  });
  expect(said({ ...gone, seen: 4 }, [], [told, next])).toEqual({
    "message-4": "seen",
    "message-6": "waiting",
  });
});

test("without a connection nobody knows that the customer left", () => {
  expect(said({ online: false, connected: false })).toEqual({ "message-4": "sent" });
});

test("what is not stored says why, each failure for itself", () => {
  const one = anEntry({ id: "one", failed: "text_too_long", at: Date.parse(minute(5)) });
  const two = anEntry({ id: "two", failed: "text_too_long", at: Date.parse(minute(6)) });
  const three = anEntry({ id: "three", at: Date.parse(minute(7)) });

  expect(said({}, [one, two, three])).toEqual({
    one: "failed",
    two: "failed",
    three: "sending",
  });
  expect(said({ connected: false }, [three])).toEqual({ three: "offline" });
});

test("a note that is not stored says so, and nothing once it is", () => {
  const body = { kind: "note", text: "Ask the kiln" } as const;
  const kept = anEntry({ id: "kept", body, at: Date.parse(minute(8)) });

  expect(said({}, [kept])).toMatchObject({ kept: "sending" });
  expect(said({}, [{ ...kept, failed: "text_too_long" }])).toMatchObject({ kept: "failed" });
  expect(said({})).toEqual({ "message-4": "sent" });
});
