import { expect, test } from "vitest";
import { jonas, maya } from "../../testkit/given.ts";
import { eventWords } from "./event-words.ts";

const priya = { id: "priya", name: "Priya Nair" };

test.each([
  [{ type: "resolved" }, jonas, "Jonas marked this resolved"],
  [{ type: "resolved" }, maya, "You marked this resolved"],
  [{ type: "reopened" }, jonas, "Jonas reopened this"],
  [{ type: "resolved", system: "Webshop" }, null, "Webshop marked this resolved"],
  [{ type: "reopened", system: "Webshop" }, null, "Webshop reopened this"],
  [{ type: "reopened" }, null, "Reopened by a new message from Anna"],
  [{ type: "assigned", to: priya, from: null }, jonas, "Jonas assigned this to Priya"],
  [{ type: "assigned", to: maya, from: jonas }, jonas, "Jonas assigned this to you"],
  [{ type: "assigned", to: jonas, from: null }, jonas, "Jonas took this"],
  [{ type: "assigned", to: maya, from: null }, maya, "You took this"],
  [{ type: "assigned", to: null, from: jonas }, jonas, "Jonas returned this to unassigned"],
  [{ type: "assigned", to: null, from: jonas }, null, "Returned to unassigned"],
  [{ type: "assigned", to: maya, from: null }, null, "Assigned to you"],
  [{ type: "blocked" }, maya, "You blocked this sender"],
  [{ type: "unblocked" }, jonas, "Jonas unblocked this sender"],
  [{ type: "described", alt: "A mug" }, jonas, "Jonas described a file: A mug"],
  [{ type: "described", alt: null }, jonas, "Jonas removed the description of a file"],
  [
    { type: "email_waits", firstPublicSeq: 2, address: "anna@example.com" },
    null,
    "No more e-mail to anna@example.com for now: it got many in a short time. What it has not got goes in one e-mail later.",
  ],
  [
    {
      type: "cart_changed",
      changes: [{ title: "Ash bowl", variant: "small", before: 0, now: 4 }],
      more: 0,
      quantity: 4,
    },
    null,
    "Ash bowl, small added to cart, 4 items",
  ],
  [
    {
      type: "cart_changed",
      changes: [
        { title: "Ash bowl", variant: null, before: 4, now: 6 },
        { title: "Vase", variant: null, before: 1, now: 0 },
      ],
      more: 1,
      quantity: 6,
    },
    null,
    "Ash bowl in cart: 6 instead of 4; Vase removed from cart; 1 more change",
  ],
  [{ type: "merged_elsewhere" }, jonas, "merged elsewhere"],
])("%o by %o reads: %s", (event, author, words) => {
  const { text } = eventWords(event, author, maya, "Anna");

  expect(text.map((part) => (typeof part === "string" ? part : part.strong)).join("")).toBe(words);
});
