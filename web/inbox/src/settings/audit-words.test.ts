import { expect, test } from "vitest";
import { actionOf, conversationOf, detailsOf } from "./audit-words.ts";

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
