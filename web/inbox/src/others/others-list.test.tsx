import type { AssignedElsewhere, AssignedPage } from "@shopbell/protocol/staff";
import { act } from "react";
import { expect, test, vi } from "vitest";
import { jonas, minute } from "../../testkit/given.ts";
import { aSession, InStore, noActions } from "../../testkit/in-store.tsx";
import { render } from "../../testkit/render.ts";
import { OthersList } from "./others-list.tsx";
import { useOthersOffered } from "./use-others-offered.ts";

const row = (id: string, name: string | null): AssignedElsewhere => ({
  id,
  customer: { name, email: `${id}@example.com` },
  assignee: jonas,
  status: "unresolved",
  lastActivityAt: minute(0),
});

async function shown(answer: (before: string | null) => AssignedPage) {
  const assigned = vi.fn(async (before: string | null) => ({
    kind: "done" as const,
    value: answer(before),
  }));
  const session = { ...aSession([], []), actions: { ...noActions, assigned } };
  const rendered = render(
    <InStore session={session}>
      <OthersList />
    </InStore>,
  );
  await act(async () => {});
  return { ...rendered, assigned };
}

const names = (container: Element) =>
  [...container.querySelectorAll("li")].map((one) => one.querySelector("bdi")?.textContent);

test("says who writes with whom, page by page", async () => {
  const { container, assigned } = await shown((before) =>
    before === null
      ? { conversations: [row("a", "Anna")], next: "more" }
      : { conversations: [row("b", null)], next: null },
  );
  expect(names(container)).toEqual(["Anna"]);
  expect(container.querySelector("li")?.textContent).toContain("Jonas Weber");

  const more = [...container.querySelectorAll("button")].at(-1);
  await act(async () => more?.click());
  expect(names(container)).toEqual(["Anna", "b@example.com"]);
  expect(assigned.mock.calls.map(([before]) => before)).toEqual([null, null, "more"]);
  expect(container.textContent).not.toContain("Show more");
});

test("says so when there is nothing", async () => {
  const { container } = await shown(() => ({ conversations: [], next: null }));

  expect(container.textContent).toBe("Nothing is assigned to anybody else");
});

function Offered() {
  return useOthersOffered() === true ? "offered" : "not offered";
}

test.each([
  [["conversation_management"], false, "not offered"],
  [["conversation_management", "inbox_administration"], false, "offered"],
  [["conversation_management", "inbox_administration"], true, "not offered"],
] as const)("%j, reading what is assigned: %s: the list is %s", async (rights, reads, expected) => {
  const access = vi.fn(async () => ({
    kind: "done" as const,
    value: { administratorsReadAssigned: reads },
  }));
  const session = { ...aSession([], []), actions: { ...noActions, access } };
  const { container } = render(
    <InStore session={session} permissions={rights}>
      <Offered />
    </InStore>,
  );
  await act(async () => {});

  expect(container.textContent).toBe(expected);
  expect(access).toHaveBeenCalledTimes(rights.length - 1);
});
