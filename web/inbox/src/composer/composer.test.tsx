import type { StaffState } from "@shopbell/sync/staff-state";
import type { Upload } from "@shopbell/sync/uploads/upload";
import { act } from "react";
import { beforeEach, describe, expect, test } from "vitest";
import {
  aConversation,
  aMessage,
  anEntry,
  anUpload,
  aWriting,
  jonas,
  minute,
} from "../../testkit/given.ts";
import { aSession, InStore, type Sent, theUploads, typed } from "../../testkit/in-store.tsx";
import { press, render, type } from "../../testkit/render.ts";
import { Composer } from "./composer.tsx";

const conversation = aConversation();

declare global {
  interface Window {
    readonly happyDOM: { setViewport(size: { width: number; height: number }): void };
  }
}
const browser = window.happyDOM;

beforeEach(() => typed.set({ drafts: new Map() }));

function compose(
  id = conversation.id,
  known: Partial<StaffState> = {},
  uploads: readonly Upload[] = [],
) {
  const sent: Sent[] = [];
  const session = aSession([conversation], sent, known);
  const { door, done } = theUploads(uploads);
  const page = render(
    <InStore session={session} uploads={door}>
      <Composer key={id} conversation={id} summary={conversation} />
    </InStore>,
  );
  return { ...page, sent, done, field: page.find("textarea") };
}

function textIn(field: HTMLElement): string {
  return field instanceof HTMLTextAreaElement ? field.value : "";
}

test("on a phone the field says in one word what is written there", () => {
  const { field } = compose();
  const room = (width: number) => act(() => browser.setViewport({ width, height: 844 }));

  expect(field.getAttribute("placeholder")).toBe("Write a reply, or type / for quick replies");
  room(390);
  expect(field.getAttribute("placeholder")).toBe("Reply");
  room(1024);
  expect(field.getAttribute("placeholder")).toBe("Write a reply, or type / for quick replies");
});

test("Enter sends what was typed, without outer blanks, and empties the field", () => {
  const { field, sent } = compose();
  type(field, "  It ships today.\n");
  press(field, "Enter");

  expect(sent).toEqual([
    { conversation: conversation.id, draft: { kind: "staff", text: "It ships today." } },
  ]);
  expect(textIn(field)).toBe("");
  expect(typed.get().drafts.size).toBe(0);
});

test("Shift Enter, and Enter of an input method, send nothing", () => {
  const { field, sent } = compose();
  type(field, "にほん");
  press(field, "Enter", { shiftKey: true });
  press(field, "Enter", { isComposing: true });
  press(field, "Enter", { keyCode: 229 });

  expect(sent).toEqual([]);
  expect(textIn(field)).toBe("にほん");
});

test("blanks alone are not sent, and are not lost either", () => {
  const { field, sent } = compose();
  type(field, " \n");
  press(field, "Enter");

  expect(sent).toEqual([]);
  expect(textIn(field)).toBe(" \n");
});

test("a draft is there again after the page was left, for each conversation its own", () => {
  type(compose().field, "Half a thou");

  expect(textIn(compose().field)).toBe("Half a thou");
  expect(textIn(compose("another").field)).toBe("");
});

test("10,000 characters go, 10,001 do not, and an emoji counts as one", () => {
  const { field, sent, container, find } = compose();
  type(field, "😀".repeat(10_001));
  press(field, "Enter");
  expect(sent).toEqual([]);
  expect(find("[role=alert]").textContent).toMatch(/^1 character too many/);
  expect(field.getAttribute("aria-describedby")).toBe(find("[role=alert]").id);

  type(field, "😀".repeat(10_000));
  expect(container.querySelector("[role=alert]")).toBeNull();
  press(field, "Enter");
  expect(sent).toHaveLength(1);
});

test("before sending it is said where the reply goes", () => {
  expect(compose().container.textContent).toContain("Anna has left. Your reply waits");
});

test("switching to a note carries the text along, and the note is said to be for staff", () => {
  const { field, sent, container, find } = compose();
  type(field, "Six take the bundle price");
  act(() => find("[role=tab][data-mode=note]").click());

  expect(textIn(field)).toBe("Six take the bundle price");
  expect(find("form").dataset.mode).toBe("note");
  expect(container.textContent).toContain("Only staff can see notes");
  expect(find("[type=submit]").textContent).toContain("Add note");
  press(field, "Enter");
  expect(sent[0]?.draft.kind).toBe("note");
});

test("R and N choose what is written, arrows switch between the tabs", () => {
  const { find, field } = compose();
  press(document.body, "n");
  expect(find("[aria-selected=true]").textContent).toBe("Note");
  expect(document.activeElement).toBe(field);
  act(() => field.blur());
  press(document.body, "r");
  expect(find("[aria-selected=true]").textContent).toBe("Reply");
  press(find("[role=tablist]"), "ArrowRight");
  expect(find("[aria-selected=true]").textContent).toBe("Note");
});

test("a colleague who writes here, too, is named before anything is sent", () => {
  const typing = new Map([[conversation.id, [{ staff: jonas, note: false }]]]);
  const { container, field } = compose(conversation.id, {
    company: { typing, viewers: new Map() },
  });
  expect(container.textContent).toContain("Jonas is writing a reply here too.");
  expect(container.textContent).not.toContain("Yours stays a draft");

  type(field, "They would");
  expect(container.textContent).toContain("Yours stays a draft until you send it.");
});

test("a colleague's note and the customer are no reason to wait", () => {
  const typists = [
    { staff: jonas, note: true },
    { staff: null, note: false },
  ];
  const typing = new Map([[conversation.id, typists]]);
  const { container } = compose(conversation.id, { company: { typing, viewers: new Map() } });

  expect(container.querySelector("[role=status]")).toBeNull();
});

test("an answer since the draft was begun is told, and a held draft asks for one more press", () => {
  const answer = aMessage(2, { kind: "staff", author: jonas, sentAt: minute(0) });
  const inbox = aSession([conversation], []).getSnapshot().inbox;
  const threads = new Map([[conversation.id, { messages: [aMessage(1), answer], aside: [] }]]);
  typed.set({ drafts: new Map([[conversation.id, aWriting({ held: "moved" })]]) });
  const { container, find } = compose(conversation.id, { inbox: { ...inbox, threads } });

  expect(find("[role=status]").textContent).toMatch(/^JWJonas replied .*Check it before you send/);
  expect(find("[type=submit]").textContent).toContain("Send anyway");
  expect(container.querySelectorAll("[role=status]")).toHaveLength(1);
});

test("an @ in a note offers the colleagues who may see it, and Enter takes one", async () => {
  const { field, sent, find, container } = compose();
  press(document.body, "n");
  type(field, "Ask @j");
  await act(async () => {});

  expect(field.getAttribute("role")).toBe("combobox");
  expect(field.getAttribute("aria-expanded")).toBe("true");
  expect([...container.querySelectorAll("[role=option]")].map((one) => one.textContent)).toEqual([
    "JWJonas Weber",
  ]);
  expect(field.getAttribute("aria-activedescendant")).toBe(find("[role=option]").id);
  press(field, "Enter");
  expect(textIn(field)).toBe("Ask @Jonas ");
  expect(sent).toEqual([]);
  expect(typed.get().drafts.get(conversation.id)?.mentions).toEqual([jonas.id]);
});

test("Esc closes the list and keeps the text, another key types on", async () => {
  const { field, container } = compose();
  press(document.body, "n");
  type(field, "@");
  await act(async () => {});
  expect(container.querySelector("[role=listbox]")).not.toBeNull();
  press(field, "Escape");

  expect(container.querySelector("[role=listbox]")).toBeNull();
  expect(textIn(field)).toBe("@");
});

test("where only one other may see the conversation, only they can be named", async () => {
  const theirs = { ...conversation, assignee: jonas };
  const { inbox } = aSession([theirs], []).getSnapshot();
  const { field, container } = compose(conversation.id, { inbox });
  press(document.body, "n");
  type(field, "@ma");
  await act(async () => {});

  expect(container.querySelector("[role=option]")).toBeNull();
});

describe("files", () => {
  const there = anUpload("there");
  const onItsWay = anUpload("on-its-way", { kind: "sending", part: 0.5 });
  const tooLarge = anUpload("too-large", {
    kind: "problem",
    problem: { kind: "too_large", of: "video", bytes: 2e6, canShrink: false },
  });

  test("go along without a word, but for those that do not fit", () => {
    const { field, sent } = compose(conversation.id, {}, [there, onItsWay, tooLarge]);
    press(field, "Enter");
    const attachments = ["there", "on-its-way"];
    expect(sent).toEqual([
      { conversation: conversation.id, draft: { kind: "staff", text: "", attachments } },
    ]);
  });

  test("that do not fit are no message", () => {
    const { field, sent } = compose(conversation.id, {}, [tooLarge]);
    press(field, "Enter");
    expect(sent).toEqual([]);
  });

  test("of another conversation, and those a message has taken along, are not here", () => {
    const entries = [anEntry({ body: { kind: "staff", text: "", attachments: ["there"] } })];
    const outbox = { entries, sending: new Set<string>(), paused: false };
    const elsewhere = { ...onItsWay, conversation: "another" };
    const { field, sent } = compose(conversation.id, { outbox }, [there, elsewhere]);
    press(field, "Enter");
    expect(sent).toEqual([]);
  });

  test("are taken from the clipboard and from the browser's window", async () => {
    const { field, done, find } = compose();
    const screenshot = new File(["x"], "image.png");
    const paste = new Event("paste", { bubbles: true, cancelable: true });
    Object.assign(paste, { clipboardData: { files: [screenshot], getData: () => "" } });
    await act(async () => void field.dispatchEvent(paste));
    expect(paste.defaultPrevented).toBe(true);
    expect(done).toEqual([["add", conversation.id, [screenshot], 10]]);

    const input = find("input[type=file]");
    Object.defineProperty(input, "files", { value: [screenshot] });
    await act(async () => void input.dispatchEvent(new Event("change", { bubbles: true })));
    expect(done).toHaveLength(2);
  });

  test("fit in until there are ten", async () => {
    const nine = Array.from({ length: 9 }, (_, index) => anUpload(`${index}`));
    const { field, done } = compose(conversation.id, {}, [...nine, tooLarge]);
    const paste = new Event("paste", { bubbles: true, cancelable: true });
    Object.assign(paste, { clipboardData: { files: [new File(["x"], "a")], getData: () => "" } });
    await act(async () => void field.dispatchEvent(paste));
    expect(done[0]?.[3]).toBe(1);
  });

  test("that could not go along are told of", () => {
    typed.set({ drafts: new Map([[conversation.id, aWriting({ held: "file" })]]) });
    expect(compose().container.textContent).toContain("A file could not go along.");
  });
});
