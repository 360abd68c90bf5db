import type { BulkAction } from "@shopbell/protocol/staff";
import type { BulkResult } from "@shopbell/sync/bulk";
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aConversation, jonas, maya } from "../../testkit/given.ts";
import { aSession, InStore, noActions } from "../../testkit/in-store.tsx";
import { render } from "../../testkit/render.ts";
import { onToast, type Toast } from "../toast/toasts.ts";
import { BulkButtons } from "./bulk-buttons.tsx";

const nothing: BulkResult = { done: [], gone: [], refused: [], failure: null };

const conversations = [
  aConversation({ id: "a", unread: 2 }),
  aConversation({ id: "b" }),
  aConversation({ id: "c", status: "resolved", assignee: maya }),
];

let told: Toast[] = [];
let stop = () => {};

beforeEach(() => {
  told = [];
  stop = onToast((toast) => told.push(toast));
});
afterEach(() => stop());

interface Asked {
  readonly ids: readonly string[];
  readonly action: BulkAction;
}

function shown(answer: (asked: Asked) => BulkResult, permissions: readonly string[] = []) {
  const asked: Asked[] = [];
  const onDone = vi.fn();
  const bulk = async (ids: readonly string[], action: BulkAction) => {
    asked.push({ ids, action });
    return answer({ ids, action });
  };
  const session = { ...aSession(conversations, []), actions: { ...noActions, bulk } };
  const { container } = render(
    <InStore session={session} permissions={permissions}>
      <BulkButtons ids={new Set(conversations.map(({ id }) => id))} onDone={onDone} />
    </InStore>,
  );
  const press = (name: string) =>
    act(async () => container.querySelector<HTMLElement>(`button[aria-label="${name}"]`)?.click());
  const undo = () => act(async () => told.at(-1)?.undo?.());
  return { asked, container, onDone, press, undo };
}

const allDone = ({ ids }: Asked) => ({ ...nothing, done: ids.map((id) => aConversation({ id })) });

test("only those it changes are asked for, and told in one toast", async () => {
  const { asked, onDone, press } = shown(allDone);
  await press("Resolve");

  expect(asked).toEqual([{ ids: ["a", "b"], action: { type: "resolve" } }]);
  expect(told.map(({ text }) => text)).toEqual([["2 resolved."]]);
  expect(onDone).toHaveBeenCalledOnce();
});

test("undo asks for the opposite of what was done", async () => {
  const { asked, press, undo } = shown(allDone);
  await press("Reopen");
  await undo();

  expect(asked.at(-1)).toEqual({ ids: ["c"], action: { type: "resolve" } });
  expect(told.at(-1)?.text).toEqual(["1 as before."]);
});

test("what could not be done is counted, and is not taken back", async () => {
  const { asked, press, undo } = shown(() => ({
    ...nothing,
    done: [aConversation({ id: "a" })],
    refused: [{ conversation: "b", code: "not_found" }],
  }));
  await press("Resolve");
  expect(told.at(-1)?.text).toEqual(["1 resolved. 1 could not be."]);
  await undo();

  expect(asked.at(-1)?.ids).toEqual(["a"]);
});

test("without a connection nothing is done, and there is nothing to take back", async () => {
  const { press } = shown(() => ({ ...nothing, failure: { kind: "unreached" } }));
  await press("Mark read");

  expect(told.at(-1)?.text.join("")).toContain("needs a connection");
  expect(told.at(-1)?.undo).toBeUndefined();
});

test("only what would change something is offered", () => {
  const { container } = shown(allDone);
  const names = [...container.querySelectorAll("button")].map((one) => one.ariaLabel ?? one.title);
  expect(names).toEqual(["Resolve", "Reopen", "Mark read", "Assign", "Labels"]);

  const session = aSession([aConversation({ id: "a" })], []);
  const { container: other } = render(
    <InStore session={session}>
      <BulkButtons ids={new Set(["a", "gone"])} onDone={() => {}} />
    </InStore>,
  );
  expect([...other.querySelectorAll("button")].map((one) => one.title)).toEqual([
    "Resolve",
    "Assign",
    "Labels",
  ]);
});

test.each([
  [[], undefined],
  [["inbox_administration"], [{ ids: ["c"], action: { type: "assign", to: maya.id } }]],
] as const)("what went out of sight comes back only for administrators", async (rights, undone) => {
  const colleagues = async () => ({
    kind: "done" as const,
    value: [{ ...jonas, open: null, available: true }],
  });
  const asked: Asked[] = [];
  const bulk = async (ids: readonly string[], action: BulkAction) => {
    asked.push({ ids, action });
    return { ...nothing, gone: ids };
  };
  const session = {
    ...aSession(conversations, []),
    actions: { ...noActions, bulk, colleagues },
  };
  const { container } = render(
    <InStore session={session} permissions={rights}>
      <BulkButtons ids={new Set(["c"])} onDone={() => {}} />
    </InStore>,
  );
  await act(async () =>
    container.querySelector<HTMLElement>('button[aria-label="Assign"]')?.click(),
  );
  await vi.waitFor(() => expect(container.querySelector("[role=option]")).not.toBeNull());
  await act(async () => container.querySelector<HTMLElement>("[role=option]")?.click());
  expect(told.at(-1)?.text).toEqual(["1 assigned."]);
  expect(asked).toEqual([{ ids: ["c"], action: { type: "assign", to: jonas.id } }]);

  await act(async () => told.at(-1)?.undo?.());
  expect(asked.slice(1)).toEqual(undone ?? []);
});
