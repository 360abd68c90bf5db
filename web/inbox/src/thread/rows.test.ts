import { bubbles } from "@shopbell/sync/bubbles";
import { expect, test } from "vitest";
import { aMessage, anAttachment, anEntry, jonas, maya, minute } from "../../testkit/given.ts";
import { firstUnreadOf, type Row, rowsOf } from "./rows.ts";

function rows(...messages: ReturnType<typeof aMessage>[]): readonly Row[] {
  return rowsOf(bubbles(messages, []), maya, null, true);
}

const shape = (list: readonly Row[]) =>
  list.map(({ first, last }) => `${first ? "[" : ""}•${last ? "]" : ""}`).join("");

test("one author's messages stay together for five minutes from one to the next", () => {
  const together = rows(
    aMessage(1, { sentAt: minute(0) }),
    aMessage(2, { sentAt: minute(5) }),
    aMessage(3, { sentAt: minute(10) }),
    aMessage(4, { sentAt: minute(15.1) }),
  );

  expect(shape(together)).toBe("[•••][•]");
});

test("another author begins another group", () => {
  const said = (seq: number, author: typeof maya) => aMessage(seq, { kind: "staff", author });

  expect(shape(rows(aMessage(1), said(2, maya), said(3, maya), said(4, jonas)))).toBe("[•][••][•]");
});

test("what a system said stands under its name, another system's apart from it", () => {
  const said = (seq: number, system: string) =>
    aMessage(seq, { kind: "automation", author: null, system });
  const list = rows(said(1, "Warehouse"), said(2, "Warehouse"), said(3, "Webshop"));

  expect(shape(list)).toBe("[••][•]");
  expect(list[0]?.content).toMatchObject({
    kind: "automation",
    system: "Warehouse",
    sent: { kind: "stored", publicSeq: 1 },
  });
});

test("a note of a system's is its, not a colleague's", () => {
  const note = { kind: "note", author: null, publicSeq: null, system: "Warehouse" } as const;

  expect(rows(aMessage(1, note))[0]?.content).toMatchObject({
    author: "Warehouse",
    automatic: true,
  });
});

test("so does a mail from another address", () => {
  const email = { fromName: "Anna Kowalska", subject: "", refused: [], folded: false };
  const mail = (seq: number, from: string, known: boolean) =>
    aMessage(seq, { email: { ...email, from, known } });
  const list = rows(
    aMessage(1),
    mail(2, "anna@example.com", true),
    mail(3, "mallory@example.net", false),
    mail(4, "mallory@example.net", false),
    mail(5, "bob@example.net", false),
  );

  expect(shape(list)).toBe("[••][••][•]");
  const senders = list.map(({ content }) => content.kind === "customer" && content.sender);
  expect(senders).toEqual([
    null,
    null,
    "mallory@example.net",
    "mallory@example.net",
    "bob@example.net",
  ]);
});

test("orders that anybody names in the conversation are links", () => {
  const orders = [{ number: "#1002", url: "https://shop.example/o/1" }];
  const list = rows(aMessage(1, { orders }), aMessage(2, { kind: "staff", author: maya, orders }));

  expect(list.map(({ content }) => "orders" in content && content.orders)).toEqual([
    orders,
    orders,
  ]);
});

const cartEvent = (seq: number, at = minute(seq)) =>
  aMessage(seq, {
    kind: "event",
    text: "",
    publicSeq: null,
    author: null,
    event: {
      type: "cart_changed",
      changes: [{ title: `Bowl ${seq}`, variant: null, before: 0, now: 1 }],
      more: 0,
      quantity: 1,
    },
    sentAt: at,
  });

test("three changes to the cart in a row fold into one that keeps its place while more join", () => {
  const two = rows(aMessage(1), cartEvent(2), cartEvent(3), aMessage(4));
  const three = rows(aMessage(1), cartEvent(2), cartEvent(3), cartEvent(4));
  const four = rows(aMessage(1), cartEvent(2), cartEvent(3), cartEvent(4), cartEvent(5));

  expect(two.map(({ content }) => content.kind)).toEqual([
    "customer",
    "event",
    "event",
    "customer",
  ]);
  expect(three.map(({ content }) => content.kind)).toEqual(["customer", "carts"]);
  expect(three[1]?.seq).toBe(4);
  expect(four[1]?.key).toBe(three[1]?.key);
  expect(four[1]?.content).toMatchObject({ events: [{}, {}, {}, {}] });
});

test("what was said between them, and another day, part them", () => {
  const said = rows(cartEvent(1), cartEvent(2), aMessage(3), cartEvent(4), cartEvent(5));
  const days = rows(cartEvent(1), cartEvent(2), cartEvent(3, minute(60 * 24 * 2)));

  expect(said.map(({ content }) => content.kind)).not.toContain("carts");
  expect(days.map(({ content }) => content.kind)).not.toContain("carts");
});

test("notes and events stand alone and part a group", () => {
  const list = rows(
    aMessage(1),
    aMessage(2, { kind: "event", event: { type: "reopened" }, text: "", publicSeq: null }),
    aMessage(3),
    aMessage(4, { kind: "note", author: jonas, publicSeq: null }),
    aMessage(5, { kind: "note", author: jonas, publicSeq: null }),
  );

  expect(shape(list)).toBe("[•][•][•][•][•]");
});

test("every day begins with its title, also in the middle of a group", () => {
  const midnight = new Date(2026, 10, 16, 23, 59).toISOString();
  const after = new Date(2026, 10, 17, 0, 1).toISOString();
  const list = rows(aMessage(1, { sentAt: midnight }), aMessage(2, { sentAt: after }));

  expect(list.map((row) => row.startsDay)).toEqual([true, true]);
  expect(shape(list)).toBe("[•][•]");
});

test("while older messages are to come, the first one does not claim to begin its day", () => {
  const list = rowsOf(bubbles([aMessage(51)], []), maya, null, false);

  expect(list[0]?.startsDay).toBe(false);
});

test("the unread line parts a group and stands above the customer's first unread message", () => {
  const messages = [
    aMessage(1),
    aMessage(2),
    aMessage(3, { kind: "note", author: jonas }),
    aMessage(4),
  ];
  const firstUnread = firstUnreadOf(messages, 2);
  const list = rowsOf(bubbles(messages, []), maya, firstUnread, true);

  expect(firstUnread).toBe(2);
  expect(list.map((row) => row.startsUnread)).toEqual([false, true, false, false]);
  expect(shape(list)).toBe("[•][•][•][•]");
});

test("more unread than is loaded begins with what is loaded", () => {
  expect(firstUnreadOf([aMessage(51), aMessage(52)], 60)).toBe(51);
  expect(firstUnreadOf([aMessage(51)], 0)).toBeNull();
});

test("what is still on its way joins my group and keeps its key when the server has it", () => {
  const mine = aMessage(1, { kind: "staff", author: maya, sentAt: minute(9) });
  const entry = anEntry();
  const before = rowsOf(bubbles([mine], [entry]), maya, null, true);
  const stored = aMessage(2, { id: entry.id, kind: "staff", author: maya, sentAt: minute(10) });
  const after = rowsOf(bubbles([mine, stored], [entry]), maya, null, true);

  expect(shape(before)).toBe("[••]");
  expect(after.map((row) => row.key)).toEqual(before.map((row) => row.key));
});

test("files stand with the message they go with, stored or on their way", () => {
  const attachments = [anAttachment("one"), anAttachment("two")];
  const entry = anEntry({ body: { kind: "staff", text: "", attachments: ["three"] } });
  const list = rowsOf(bubbles([aMessage(1, { attachments })], [entry]), maya, null, true);
  const files = list.map(({ content }) => ("files" in content ? content.files : []));

  expect(files).toEqual([
    attachments.map((attachment) => ({ kind: "stored", attachment })),
    [{ kind: "kept", id: "three" }],
  ]);
});
