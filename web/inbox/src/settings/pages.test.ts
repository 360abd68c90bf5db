import { expect, test } from "vitest";
import { groupsFor } from "./pages.ts";

const namesFor = (...permissions: string[]) =>
  groupsFor({ id: "s", name: "Hearthlow", role: "", permissions }).flatMap(({ pages }) =>
    pages.map(({ name }) => name),
  );

test("everybody has their account, and nobody a page they cannot use", () => {
  expect(namesFor("conversation_management")).toEqual(["notifications", "account"]);
  expect(namesFor("staff_management")).toEqual(["staff", "account"]);
  expect(namesFor("inbox_administration")).toEqual([
    "customer-information",
    "faqs",
    "quick-replies",
    "email",
    "discounts",
    "staff",
    "audit",
    "widget",
    "api-keys",
    "identity",
    "webhooks",
    "account",
  ]);
});

test("a group without pages is not there", () => {
  const groups = groupsFor({ id: "s", name: "Hearthlow", role: "", permissions: [] });
  expect(groups.map(({ title }) => title)).toEqual(["You"]);
});
