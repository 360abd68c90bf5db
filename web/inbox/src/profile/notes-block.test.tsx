import type { StaffNote } from "@shopbell/protocol/profile";
import { createProfileApi } from "@shopbell/sync/profile-api";
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { maya, minute } from "../../testkit/given.ts";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { render } from "../../testkit/render.ts";
import { Toaster } from "../toast/toaster.tsx";
import { NotesBlock } from "./notes-block.tsx";

const aNote = (id: string, text: string): StaffNote => ({
  id,
  version: 3,
  text,
  author: maya,
  createdAt: minute(0),
  editedBy: maya,
  editedAt: minute(0),
});

let notes: readonly StaffNote[];
let refusal: string | null;

beforeEach(() => {
  notes = [aNote("n1", "Gift buyer."), aNote("n2", "Plain paper.")];
  refusal = null;
  const answer = async (url: string, { method, body }: RequestInit = {}) => {
    const id = new URL(url, "http://shop.example").pathname.split("/").at(-1) ?? "";
    if (method === "DELETE") {
      notes = notes.filter((note) => note.id !== id);
      return Response.json({ notes });
    }
    if (refusal) return Response.json({ status: 409, code: refusal, title: "" }, { status: 409 });
    const { text } = JSON.parse(String(body));
    notes = [...notes, aNote(id, text)];
    return Response.json({ note: aNote(id, text) });
  };
  vi.stubGlobal("fetch", vi.fn(answer));
});

afterEach(() => vi.unstubAllGlobals());

function shown() {
  const api = createProfileApi("s1", "c1");
  const page = () => (
    <InStore session={aSession([], [])}>
      <NotesBlock
        api={api}
        block={{
          value: { notes },
          hasFailed: false,
          reload: () => rendered.rerender(page()),
          take: () => {},
        }}
      />
      <Toaster />
    </InStore>
  );
  const rendered = render(page());
  const { find, container } = rendered;
  const texts = () => [...container.querySelectorAll("textarea")].map(({ value }) => value);
  const undo = () =>
    [...container.querySelectorAll("button")].find(({ textContent }) => textContent === "Undo");
  const remove = async () => {
    const bin = find("[data-remove]");
    bin.focus();
    act(() => bin.click());
    await settled();
  };
  return { find, texts, undo, remove };
}

test("a note that was removed comes back with its words", async () => {
  const { texts, undo, remove } = shown();
  await remove();
  expect(texts()).toEqual(["Plain paper."]);

  act(() => undo()?.click());
  await settled();
  expect(texts()).toEqual(["Plain paper.", "Gift buyer."]);
});

test("when it cannot come back, that is said", async () => {
  const { find, texts, undo, remove } = shown();
  await remove();
  refusal = "staff_notes_too_many";
  act(() => undo()?.click());
  await settled();

  expect(texts()).toEqual(["Plain paper."]);
  expect(find("[role=status] p").textContent).toBe("A customer can have up to 50 notes.");
});

test("the focus goes on to the next note, and from the last one to where notes are added", async () => {
  const { remove } = shown();
  await remove();
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Remove note: Note 1");

  await remove();
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Add a note");
});

test("it is removed once, however often it is asked for", async () => {
  const { find, texts } = shown();
  act(() => {
    find("[data-remove]").click();
    find("[data-remove]").click();
  });
  await settled();

  expect(vi.mocked(fetch).mock.calls).toHaveLength(1);
  expect(texts()).toEqual(["Plain paper."]);
});

async function settled(): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
}
