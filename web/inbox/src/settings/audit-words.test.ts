import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { auditTexts } from "../texts/en-audit.ts";
import { actionOf, conversationOf, detailsOf } from "./audit-words.ts";

const server = join(import.meta.dirname, "../../../../server/src/main/java");
/** The places that write the audit trail. */
const recording = readdirSync(server, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".java"))
  .map((file) => readFileSync(join(server, file), "utf8"))
  .filter((source) => /\baudits\s*\.record\(|\bhandlings\s*\.audit\(/.test(source));
/** Words of the same shape that are no actions: what pictures belong to. */
const NO_ACTIONS = ["quick_reply", "store_logo"];

test("there are words for all that the server records", () => {
  const actions = recording
    .flatMap((source) => [...source.matchAll(/"([a-z]+(?:_[a-z]+)+)"/g)])
    .map(([, action]) => action ?? "")
    .filter((action) => !NO_ACTIONS.includes(action));

  expect(actions.length).toBeGreaterThan(40);
  expect(actions.filter((action) => !(action in auditTexts.actions))).toEqual([]);
  // And no words for what it never records.
  expect(Object.keys(auditTexts.actions).filter((action) => !actions.includes(action))).toEqual([]);
});

test("there are words for all that it is done to", () => {
  const names = recording
    .flatMap((source) => [...source.matchAll(/(?:Map\.of|subject\.put)\([^;]*/g)])
    .flatMap(([subject]) => [...subject.matchAll(/"([a-z][A-Za-z]*)"/g)])
    .map(([, name]) => name ?? "");
  const wordless = names.filter(
    (name) => !(name in auditTexts.fields || auditTexts.nameless.has(name) || /Id$/.test(name)),
  );

  expect(names.length).toBeGreaterThan(20);
  expect(wordless).toEqual([]);
});

test("what was done is said in words, also by a newer server", () => {
  expect(actionOf("role_removed")).toBe("deleted a role");
  expect(actionOf("shop_moved")).toBe("shop moved");
  expect(actionOf("customer_erased")).toBe("erased a customer");
});

test("people and lists are named, ids are not", () => {
  expect(
    detailsOf({
      staff: "Tom Okafor",
      staffId: "0199",
      roles: ["Agent", "Night shift"],
      conversation: "c1",
    }),
  ).toBe("Person: Tom Okafor · Roles: Agent, Night shift");
  expect(detailsOf({ to: { id: "0199", name: "Maya" }, from: null })).toBe("To: Maya");
});

test("of what has nothing but a number it is enough that there is one", () => {
  expect(
    detailsOf({ conversation: "c1", customer: "01a2", staffNote: "01b3", shopCustomer: "c-1002" }),
  ).toBe("Customer’s number in the store: c-1002");
});

test("permissions have their names", () => {
  expect(detailsOf({ permissions: ["staff_management", "billing"] })).toBe(
    "Allows: Staff management, billing",
  );
});

test("a switch is on or off", () => {
  expect(detailsOf({ administratorsReadAssigned: true })).toBe(
    "Administrators read assigned conversations: on",
  );
});

test("what it was done to can be opened", () => {
  expect(conversationOf({ conversation: "c1" })).toBe("c1");
  expect(conversationOf({ conversation: 7 })).toBeNull();
});
