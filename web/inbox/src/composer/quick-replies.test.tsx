import { act } from "react";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { aConversation, anna } from "../../testkit/given.ts";
import { aSession, InStore, type Sent, typed } from "../../testkit/in-store.tsx";
import { press, render, type } from "../../testkit/render.ts";
import { Composer } from "./composer.tsx";

const conversation = aConversation();
const reply = (shortcut: string, text: string, ownUses = 0) => ({
  id: shortcut,
  title: `Title of ${shortcut}`,
  shortcut,
  text,
  picture: null,
  uses: 0,
  ownUses,
  changedAt: "2026-11-16T09:00:00Z",
});
const all = [
  reply("where", "Let me look, {customer.first_name}."),
  reply("ship", "Two days", 3),
  reply("trade", "The list goes to {customer.email}."),
];
/** Chunks are compiled when they are first asked for. */
const PATIENCE = { timeout: 20_000 };
const asked: { readonly url: string; readonly body: unknown }[] = [];

beforeEach(() => {
  typed.set({ drafts: new Map() });
  asked.length = 0;
  vi.stubGlobal("fetch", async (url: string, init: { readonly body?: string }) => {
    asked.push({ url, body: init.body === undefined ? null : JSON.parse(init.body) });
    const answer = url.endsWith("/used") ? { quickReply: all[0] } : { quickReplies: all };
    return new Response(JSON.stringify(answer));
  });
});

// Not before: what was sent is counted a little later.
afterAll(() => void vi.unstubAllGlobals());

async function compose(customer = anna, permissions: readonly string[] = []) {
  const sent: Sent[] = [];
  const page = render(
    <InStore session={aSession([conversation], sent)} permissions={permissions}>
      <Composer conversation={conversation.id} summary={{ ...conversation, customer }} />
    </InStore>,
  );
  return { ...page, sent, field: page.find("textarea") };
}

/** The list comes in a chunk of its own, and then asks the server. */
async function settled(isThere: () => boolean): Promise<void> {
  await vi.waitFor(async () => {
    await act(async () => {});
    if (!isThere()) throw new Error("not there yet");
  }, PATIENCE);
}

async function options(container: HTMLElement): Promise<readonly string[]> {
  const status = () => container.querySelector("p[role=status]")?.textContent ?? "Loading";
  await settled(() => !status().startsWith("Loading"));
  return [...container.querySelectorAll("[role=option]")].map((one) => one.textContent ?? "");
}

const textIn = (field: HTMLElement) => (field instanceof HTMLTextAreaElement ? field.value : "");

test("Enter sends nothing while the list is on its way, and Esc closes it", async () => {
  const { field, container, sent } = await compose();
  type(field, "/wh");
  press(field, "Enter");
  expect(sent).toEqual([]);
  await options(container);
  expect(container.querySelector("[role=option][aria-selected=true]")?.textContent).toContain(
    "/where",
  );
  press(field, "Escape");

  expect(container.querySelector("[role=listbox]")).toBeNull();
  expect(textIn(field)).toBe("/wh");
});

test("a / offers the quick replies, mine first, and Enter fills the name in", async () => {
  const { field, container, sent } = await compose();
  type(field, "/");
  expect((await options(container))[0]).toContain("/ship");
  type(field, "/wh");
  expect(await options(container)).toHaveLength(1);
  expect(field.getAttribute("role")).toBe("combobox");
  expect(field.getAttribute("aria-activedescendant")).toBe(
    container.querySelector("[role=option]")?.id,
  );

  press(field, "Enter");
  expect(textIn(field)).toBe("Let me look, Anna.");
  expect(container.querySelector("[role=listbox]")).toBeNull();
  expect(sent).toEqual([]);

  press(field, "Enter");
  expect(sent.map(({ draft }) => draft.text)).toEqual(["Let me look, Anna."]);
  await settled(() => asked.some(({ url }) => url.endsWith("/quick-replies/where/used")));
});

test("of a visitor without a name the comma goes, too", async () => {
  const { field, container } = await compose({ ...anna, name: null, email: null });
  type(field, "/where");
  await options(container);
  press(field, "Tab");

  expect(textIn(field)).toBe("Let me look.");
});

test("what is not known is shown, selected, and keeps the reply from going", async () => {
  const { field, container, sent } = await compose({ ...anna, email: null });
  type(field, "/trade");
  await options(container);
  press(field, "Enter");

  expect(textIn(field)).toBe("The list goes to {customer.email}.");
  expect(container.textContent).toContain("Something in it is not known.");
  expect(field instanceof HTMLTextAreaElement && field.selectionStart).toBe(17);
  press(field, "Enter");
  expect(sent).toEqual([]);

  type(field, "The list goes to you.");
  press(field, "Enter");
  expect(sent).toHaveLength(1);
});

test("where nothing is found, administrators can create it, and Enter sends what was typed", async () => {
  const nobody = await compose();
  type(nobody.field, "/zzz");
  expect(await options(nobody.container)).toEqual([]);
  expect(nobody.container.textContent).toContain("No quick reply for /zzz");

  const admin = await compose(anna, ["inbox_administration"]);
  type(admin.field, "/zzy");
  expect(await options(admin.container)).toEqual(["Create /zzy"]);
  expect(admin.field.getAttribute("aria-activedescendant")).toBeNull();
  press(admin.field, "ArrowDown");
  press(admin.field, "Enter");
  expect(location.pathname + location.search).toBe(
    "/inbox/settings/quick-replies/new?shortcut=zzy",
  );
});

test("the bolt opens them where the caret is", async () => {
  const { field, container, find } = await compose();
  type(field, "Hello");
  act(() => find("[aria-label='Quick replies']").click());

  expect(textIn(field)).toBe("Hello /");
  expect(await options(container)).toHaveLength(3);
});

test("notes have none", async () => {
  const { field, container } = await compose();
  press(document.body, "n");
  type(field, "/wh");
  await act(async () => {});

  expect(container.querySelector("[role=listbox]")).toBeNull();
  expect(container.querySelector("[aria-label='Quick replies']")).toBeNull();
});

test("a code between colons becomes its emoji, and two letters offer some", async () => {
  const { field, container } = await compose();
  type(field, "Nice :ta");
  await settled(() => container.querySelector("[role=option]") !== null);
  type(field, "Nice :tada");
  expect(container.querySelector("[role=option]")?.textContent).toContain(":tada:");
  press(field, ":");

  expect(textIn(field)).toBe("Nice 🎉");
});
