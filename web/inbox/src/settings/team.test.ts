import type { Role } from "@shopbell/protocol/team";
import { expect, test } from "vitest";
import { mayGive, permissionsOf } from "./team.ts";

const store = (...permissions: string[]) => ({ id: "s", name: "Hearthlow", role: "", permissions });

const role = (id: string, ...permissions: string[]): Role => ({
  id,
  name: id,
  builtIn: false,
  permissions,
  members: 0,
  invited: 0,
});

test("the owner gives everything", () => {
  expect(mayGive(store(), true, ["inbox_administration", "staff_management"])).toBe(true);
});

test("whoever else manages staff gives what they have, and no power over others", () => {
  const manager = store("conversation_management", "inbox_administration", "staff_management");
  expect(mayGive(manager, false, ["conversation_management"])).toBe(true);
  expect(mayGive(manager, false, ["conversation_management", "inbox_administration"])).toBe(false);
  expect(mayGive(manager, false, ["staff_management"])).toBe(false);
  expect(mayGive(store("staff_management"), false, ["conversation_management"])).toBe(false);
});

test("a permission of a newer server is not given by who does not have it", () => {
  expect(mayGive(store("staff_management"), false, ["billing"])).toBe(false);
});

test("roles allow together what each allows", () => {
  const roles = [
    role("a", "conversation_management"),
    role("b", "staff_management"),
    role("c", "x"),
  ];
  expect(permissionsOf(roles, [{ id: "a" }, { id: "b" }])).toEqual([
    "conversation_management",
    "staff_management",
  ]);
  expect(permissionsOf(roles, [{ id: "gone" }])).toEqual([]);
});
