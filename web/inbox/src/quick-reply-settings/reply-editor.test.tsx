import type { QuickReply } from "@shopbell/protocol/quick-replies";
import { createQuickRepliesApi } from "@shopbell/sync/quick-replies-api";
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { render, type } from "../../testkit/render.ts";
import { keepUnsaved } from "./drafts.ts";
import { ReplyEditor } from "./reply-editor.tsx";

const reply: QuickReply = {
  id: "replace",
  title: "Damaged on arrival",
  shortcut: "replace",
  text: "Sorry, {customer.first_name}.",
  picture: null,
  uses: 9,
  ownUses: 4,
  changedAt: "2026-11-16T09:00:00Z",
};
const other = { ...reply, id: "ship", title: "Delivery", shortcut: "ship" };
const asked: { readonly url: string; readonly body: unknown }[] = [];
let answer: () => Response;

beforeEach(() => {
  keepUnsaved(reply.id, null);
  asked.length = 0;
  answer = () => new Response(JSON.stringify({ quickReply: reply }));
  vi.stubGlobal("fetch", async (url: string, init: { readonly body: string | null }) => {
    asked.push({ url, body: init.body ? JSON.parse(init.body) : null });
    return answer();
  });
});

afterEach(() => void vi.unstubAllGlobals());

const A_PICTURE = {
  version: "v1",
  name: "glaze.png",
  width: 700,
  height: 300,
  placeholder: null,
  thumbnail: true,
};

function edit(edited: QuickReply = reply) {
  const page = render(
    <InStore session={aSession([], [])}>
      <ReplyEditor
        api={createQuickRepliesApi("store")}
        reply={edited}
        others={[other]}
        begun={{ title: "", shortcut: "", text: "" }}
        onChanged={async () => {}}
      />
    </InStore>,
  );
  const [title, shortcut] = [...page.container.querySelectorAll("input")];
  if (!title || !shortcut) throw new Error("The editor has too few fields.");
  const save = async () => {
    await act(async () => page.find("[type=submit]").click());
  };
  return { ...page, title, shortcut, save };
}

test("that a shortcut is taken is said while it is typed, and nothing is asked of the server", async () => {
  const { container, shortcut, save } = edit();
  type(shortcut, "/SHIP");
  expect(container.textContent).toContain(
    "Another quick reply already uses /ship. Pick another word.",
  );
  expect(shortcut.getAttribute("aria-invalid")).toBe("true");
  await save();
  expect(asked).toEqual([]);
});

test("what is saved is what is on the page, the shortcut as the server keeps it", async () => {
  const { title, shortcut, save, find } = edit();
  expect(find("[type=submit]").hasAttribute("disabled")).toBe(true);
  type(title, "Broken on arrival");
  type(shortcut, " /Broken ");
  await save();

  expect(asked).toEqual([
    {
      url: "/api/staff/stores/store/quick-replies/replace",
      body: { title: "Broken on arrival", shortcut: "broken", text: reply.text },
    },
  ]);
});

test("what the server refuses is told at its field, and stays to be put right", async () => {
  answer = () =>
    new Response(JSON.stringify({ status: 422, code: "title_too_long", field: "title" }), {
      status: 422,
    });
  const { container, title, save } = edit();
  type(title, "Another");
  await save();

  expect(container.textContent).toContain("Use at most 80 characters for the title.");
  expect(title.value).toBe("Another");
});

test("the preview shows a name, and how it reads without one", () => {
  const { container } = edit();
  expect(container.textContent).toContain("As Yuki will see itSorry, Yuki.");
  expect(container.textContent).toContain("without a name will see itSorry.");
});

test("what was changed and not saved is there again, until it is discarded", () => {
  type(edit().title, "Half a thought");
  const again = edit();
  expect(again.title.value).toBe("Half a thought");
  const discard = [...again.container.querySelectorAll("button")].find(
    ({ textContent }) => textContent === "Discard",
  );
  act(() => discard?.click());
  expect(again.title.value).toBe("Damaged on arrival");
});

test("a picture that was saved is taken away with Save, after the text", async () => {
  const { container, find, save } = edit({ ...reply, picture: A_PICTURE });
  expect(container.querySelector("img")?.getAttribute("src")).toBe(
    "/api/staff/stores/store/quick-replies/replace/picture/thumbnail?version=v1",
  );
  act(() => find("[aria-label='Remove glaze.png']").click());
  expect(container.querySelector("img")).toBeNull();
  await save();

  expect(asked.map(({ url }) => url.split("/stores/store/")[1])).toEqual([
    "quick-replies/replace",
    "quick-replies/replace/picture",
  ]);
});

test("discarded, a picture that was taken away is there again", () => {
  const { container, find } = edit({ ...reply, picture: A_PICTURE });
  act(() => find("[aria-label='Remove glaze.png']").click());
  const discard = [...container.querySelectorAll("button")].find(
    ({ textContent }) => textContent === "Discard",
  );
  act(() => discard?.click());

  expect(container.textContent).toContain("glaze.png");
  expect(asked).toEqual([]);
});
