import { expect, test } from "vitest";
import { jonas, maya } from "../../testkit/given.ts";
import { mayAssign, offerOf } from "./rights.ts";

const colleagues = [jonas, maya].map((each) => ({ ...each, open: null }));
const place = { id: "store", name: "Hearthlow", role: "Agent" };
const member = { ...place, permissions: ["conversation_management"] };
const administrator = {
  ...place,
  permissions: ["conversation_management", "inbox_administration"],
};

test.each([
  ["an administrator, of nobody's", administrator, null, ["Maya", "Jonas"], false],
  ["an administrator, of somebody's", administrator, jonas, ["Maya", "Jonas"], true],
  ["everybody, of their own", member, maya, ["Maya", "Jonas"], true],
  ["everybody, of nobody's", member, null, ["Maya"], false],
  ["nobody else, of somebody's", member, jonas, [], false],
] as const)("assigned by %s", (_, store, assignee, people, nobody) => {
  const offer = offerOf({ assignee }, maya, store, colleagues);

  expect(offer.people.map(({ name }) => name.split(" ")[0])).toEqual(people);
  expect(offer.nobody).toBe(nobody);
  expect(mayAssign({ assignee }, maya, store)).toBe(people.length > 0);
});
