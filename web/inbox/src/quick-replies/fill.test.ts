import { expect, test } from "vitest";
import { filled, valuesOf } from "./fill.ts";
import { piecesOf, unfilledIn } from "./variables.ts";

const known = (name: string | null, email: string | null = null) =>
  valuesOf({ customer: { name, email }, staff: "Maya Lindqvist", store: "Hearthlow" });

test.each([
  ["Sorry, {customer.first_name}. A new one", "Sorry, Yuki. A new one"],
  ["Dear {customer.name},", "Dear Yuki Tanabe,"],
  ["{staff.first_name} of {store.name}", "Maya of Hearthlow"],
])("%j is filled", (text, expected) => {
  expect(filled(text, known("Yuki Tanabe"))).toBe(expected);
});

test.each([
  ["I am sorry about that, {customer.first_name}. A new one", "I am sorry about that. A new one"],
  ["Hi {customer.first_name},\nyour order", "Hi,\nyour order"],
  ["Hi {customer.first_name}!", "Hi!"],
  ["{customer.first_name}, thank you", "Thank you"],
  ["Hello\n{customer.name}, thank you", "Hello\nThank you"],
  ["شكرا، {customer.first_name}", "شكرا"],
  ["Thanks {customer.first_name} and bye", "Thanks and bye"],
  ["{customer.first_name}", ""],
])("without a name %j drops the comma", (text, expected) => {
  expect(filled(text, known(null))).toBe(expected);
  expect(filled(text, known("  "))).toBe(expected);
});

test("an address that is not known stays in its braces, and is found", () => {
  const text = filled("We write to {customer.email} today", known("Yuki"));
  expect(text).toBe("We write to {customer.email} today");
  expect(unfilledIn(text)).toEqual({ start: 12, end: 28 });
  expect(unfilledIn("We write to you {today} at {noon}")).toBeNull();
});

test("what a name says is not filled in again", () => {
  const sly = known("{store.name} {customer.email}", "sly@example.com");
  expect(filled("Hi {customer.name}", sly)).toBe("Hi {store.name} {customer.email}");
});

test("braces that are no variable of ours are text", () => {
  expect(piecesOf("{a} {customer.age} {store.name}")).toEqual([
    "{a} {customer.age} ",
    { variable: "store.name" },
  ]);
});
