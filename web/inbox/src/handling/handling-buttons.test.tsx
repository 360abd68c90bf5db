import type { ConversationSummary } from "@shopbell/protocol/staff";
import type { StaffActions } from "@shopbell/sync/staff-actions";
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { aConversation, jonas, maya } from "../../testkit/given.ts";
import { aSession, InStore, noActions } from "../../testkit/in-store.tsx";
import { asInput, press, render, type } from "../../testkit/render.ts";
import { onToast, type Toast } from "../toast/toasts.ts";
import { HandlingButtons } from "./handling-buttons.tsx";

const AGENT = ["conversation_management"];
const ADMINISTRATOR = [...AGENT, "inbox_administration"];
const colleagues = [
  { ...maya, open: 3 },
  { ...jonas, open: 2 },
  { id: "tom", name: "Tom Okafor", open: 0 },
];
const stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

interface Given {
  readonly change?: Partial<ConversationSummary>;
  readonly permissions?: readonly string[];
  readonly actions?: Partial<StaffActions>;
}

function given({ change = {}, permissions = ADMINISTRATOR, actions = {} }: Given = {}) {
  const toasts: Toast[] = [];
  stops.push(onToast((toast) => toasts.push(toast)));
  const done = vi.fn(async () => ({ kind: "done" }) as const);
  const all: StaffActions = {
    ...noActions,
    colleagues: async () => ({ kind: "done", value: colleagues }),
    labels: async () => ({ kind: "done", value: ["Delivery", "Returns"] }),
    ...Object.fromEntries(
      ["resolve", "reopen", "unresolve", "assign", "block", "unblock", "markUnread", "label"].map(
        (name) => [name, done],
      ),
    ),
    ...actions,
  };
  const summary = aConversation(change);
  const session = { ...aSession([summary], []), actions: all };
  const page = render(
    <InStore session={session} permissions={permissions}>
      <HandlingButtons summary={summary} />
    </InStore>,
  );
  const words = () => toasts.map(({ text }) => text.join(""));
  return { ...page, done, toasts, words, summary };
}

/** Lets answers and what is loaded on demand come. */
async function settled(): Promise<void> {
  await act(async () => {
    await vi.dynamicImportSettled();
    await new Promise((resolve) => setTimeout(resolve));
  });
}

async function key(name: string, init: KeyboardEventInit = {}): Promise<void> {
  press(document.activeElement ?? document.body, name, init);
  await settled();
}

const optionsOf = (container: HTMLElement) =>
  [...container.querySelectorAll("[role=option]")].map((option) => option.textContent);
const highlighted = (container: HTMLElement) =>
  container.querySelector("[data-highlighted]")?.textContent;

test("E resolves, and the word on it can take it back", async () => {
  const { done, words, toasts, summary } = given();
  await key("e");
  expect(done).toHaveBeenCalledExactlyOnceWith(summary.id);
  expect(words()).toEqual(["Anna Kowalska marked resolved"]);

  toasts[0]?.undo?.();
  await settled();
  expect(done).toHaveBeenCalledTimes(2);
});

test("pressed twice at once, E resolves once", async () => {
  const { done } = given();
  press(document.body, "e");
  press(document.body, "e");
  await settled();

  expect(done).toHaveBeenCalledTimes(1);
});

test("what is resolved is reopened, and cannot be marked unread", async () => {
  const reopen = vi.fn(async () => ({ kind: "done" }) as const);
  const { find, done } = given({ change: { status: "resolved" }, actions: { reopen } });
  expect(find("button[aria-label=Reopen]")).toBeDefined();
  await key("u");
  await key("e");

  expect(reopen).toHaveBeenCalledTimes(1);
  expect(done).not.toHaveBeenCalled();
});

test("without a connection it says so calmly, and does nothing", async () => {
  const { words } = given({ actions: { resolve: noActions.resolve } });
  await key("e");

  expect(words()).toEqual(["This needs a connection and was not done. Try again when it is back."]);
});

test("A opens the people, typing narrows them, the hint names the highlighted one, Enter assigns", async () => {
  const { container, find, done, words, summary } = given();
  await key("a");
  expect(optionsOf(container)).toEqual([
    "MLMaya LindqvistYou",
    "JWJonas Weber2 open",
    "TOTom Okafor0 open",
  ]);
  expect(document.activeElement).toBe(find("[role=combobox]"));
  expect(find("[aria-live=polite]").textContent).toBe("Only you will see this conversation.");

  type(find("[role=combobox]"), "jon");
  expect(optionsOf(container)).toEqual(["JWJonas Weber2 open"]);
  expect(find("[aria-live=polite]").textContent).toBe(
    "Only Jonas will see this conversation and be notified.",
  );

  await key("Enter");
  expect(done).toHaveBeenCalledExactlyOnceWith(summary.id, expect.objectContaining(jonas));
  expect(words()).toEqual(["Assigned to Jonas"]);
  expect(container.querySelector("[role=listbox]")).toBeNull();
});

test("arrows move in a circle, Esc closes and gives the focus back", async () => {
  const { container, find } = given({ change: { assignee: maya } });
  await key("a");
  expect(highlighted(container)).toContain("Jonas");
  await key("ArrowDown");
  await key("ArrowDown");
  expect(highlighted(container)).toContain("Unassign");
  await key("ArrowDown");
  expect(highlighted(container)).toContain("Maya");
  await key("ArrowUp");
  expect(highlighted(container)).toContain("Unassign");

  await key("Escape");
  expect(container.querySelector("[role=listbox]")).toBeNull();
  expect(document.activeElement?.contains(find("[aria-haspopup]"))).toBe(true);
});

test("who may only take it is offered nothing else", async () => {
  const { container } = given({ permissions: AGENT });
  await key("a");

  expect(optionsOf(container)).toEqual(["MLMaya LindqvistYou"]);
});

test("what is somebody else's is not offered to who may not assign it", async () => {
  const { container } = given({ permissions: AGENT, change: { assignee: jonas } });
  await key("a");
  await key("A", { shiftKey: true });

  expect(container.querySelector("[role=listbox]")).toBeNull();
  expect(container.textContent).not.toContain("Jonas");
});

test("Shift A gives it back, and Z's undo takes it again", async () => {
  const { done, words, toasts, summary } = given({
    change: { assignee: maya },
    permissions: AGENT,
  });
  await key("A", { shiftKey: true });
  expect(done).toHaveBeenCalledExactlyOnceWith(summary.id, null);
  expect(words()).toEqual(["Assigned to nobody"]);

  toasts[0]?.undo?.();
  await settled();
  expect(done).toHaveBeenLastCalledWith(summary.id, maya);
});

test("who came too late is told who was quicker", async () => {
  const { words } = given({ actions: { assign: async () => ({ kind: "taken", by: jonas }) } });
  await key("a");
  await key("Enter");

  expect(words()).toEqual(["Jonas took this conversation just before you"]);
});

test("L ticks labels and makes new ones, each at once", async () => {
  const label = vi.fn(async () => ({ kind: "done" }) as const);
  const { container, find, summary } = given({
    change: { labels: ["Returns"] },
    actions: { label },
  });
  await key("l");
  expect(optionsOf(container)).toEqual(["Delivery", "Returns"]);
  expect(container.querySelectorAll("[aria-selected=true]")).toHaveLength(1);

  await key("Enter");
  expect(label).toHaveBeenLastCalledWith(summary.id, ["Delivery", "Returns"]);
  type(find("[role=combobox]"), " Wholesale ");
  expect(optionsOf(container)).toEqual(["Create “Wholesale”"]);
  await key("Enter");
  expect(label).toHaveBeenLastCalledWith(summary.id, ["Returns", "Wholesale"]);
  expect(asInput(find("[role=combobox]")).value).toBe("");
});

test("with ten labels no more can be ticked", async () => {
  const worn = Array.from({ length: 10 }, (_, index) => `Label ${index}`);
  const { container, find, done } = given({ change: { labels: worn } });
  await key("l");
  type(find("[role=combobox]"), "Delivery");

  expect(container.querySelector("[role=option]")?.getAttribute("aria-disabled")).toBe("true");
  expect(find("[aria-live=polite]").textContent).toBe("A conversation can have up to 10 labels.");
  await key("Enter");
  expect(done).not.toHaveBeenCalled();
});

test("the menu says what can be done, and its keys", () => {
  const { container, find } = given();
  act(() => find("[aria-haspopup=menu]").click());
  const entries = [...container.querySelectorAll("[role=menuitem]")].map(
    (each) => each.textContent,
  );

  expect(entries).toEqual([
    "AssignA",
    "Mark unreadU",
    "Copy link",
    "LabelsL",
    "Export transcriptT",
    "Block sender",
  ]);
});

test("a blocked sender can be unblocked, and not be reopened", () => {
  const { container, find } = given({ change: { blocked: true, status: "resolved" } });
  act(() => find("[aria-haspopup=menu]").click());

  expect(container.textContent).toContain("Unblock sender");
  expect(container.textContent).not.toContain("Block sender");
  expect(container.querySelector("[aria-label=Reopen]")).toBeNull();
});

test("Esc leads from the labels back to where one was, else to the menu that has them", async () => {
  const { find } = given();
  const more = find("[aria-haspopup=menu]");
  find("button[aria-label=Resolve]").focus();
  await key("l");
  await key("Escape");
  expect(document.activeElement).toBe(find("button[aria-label=Resolve]"));

  find("button[aria-label=Resolve]").blur();
  await key("l");
  await key("Escape");
  expect(document.activeElement).toBe(more);
});
