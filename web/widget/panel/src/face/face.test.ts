import type { ShopperMessage } from "@shopbell/protocol/shopper";
import type { ShopperState } from "@shopbell/sync/shopper-session";
import { expect, test } from "vitest";
import type { Standing } from "../../../port/src/messages.ts";
import { SETTINGS } from "../../../testkit/settings.ts";
import { texts } from "../../../testkit/texts.ts";
import { timesIn } from "../texts/times.ts";
import { type Facing, faceOf, newestUnread } from "./face.ts";

const NOW = Date.parse("2026-03-03T12:00:00Z");
const HOUR = 3_600_000;

function message(kind: ShopperMessage["kind"], hoursAgo = 0, text = "Hello"): ShopperMessage {
  const author = kind === "staff" ? { name: "Maya Lind" } : null;
  const sentAt = new Date(NOW - hoursAgo * HOUR).toISOString();
  return { id: `${kind} ${hoursAgo}`, publicSeq: 1, kind, author, text, attachments: [], sentAt };
}

function thread(messages: readonly ShopperMessage[], unread = 0): ShopperState {
  return {
    phase: "ready",
    failure: null,
    conversation: null,
    thread: { messages, aside: [] },
    loadingEarlier: false,
    typing: null,
    unread,
    outbox: { entries: [], sending: new Set(), paused: false },
    connection: { kind: "open" },
    viewer: null,
  };
}

function face(
  state: ShopperState | null,
  { settings = SETTINGS, ...more }: Partial<Standing & Pick<Facing, "settings">> = {},
  previewed?: ShopperMessage,
) {
  const standing: Standing = {
    language: "en",
    kept: {},
    done: 0,
    open: false,
    full: false,
    thread: false,
    ...more,
  };
  const times = timesIn("en", "en-GB", texts.en);
  const facing = { standing, settings, thread: state, texts: texts.en, times, now: NOW };
  return faceOf(facing, previewed ?? null);
}

test("the launcher says how many replies were not read", () => {
  const state = thread([message("staff")], 2);

  expect(face(state)).toMatchObject({ label: "Chat with us, 2 unread", badge: "2", mark: "" });
  expect(face(thread([message("staff")], 120))).toMatchObject({ badge: "99+" });
});

test("the store's own words are said instead of ours", () => {
  const settings = { ...SETTINGS, launcherText: "Ask the workshop" };

  expect(face(null, { settings })).toMatchObject({ label: "Ask the workshop", badge: "" });
});

test("an open panel's launcher closes it", () => {
  expect(face(thread([message("staff")], 2), { open: true }).label).toBe("Close chat");
});

test("a question nobody has answered keeps a quiet dot for a day", () => {
  expect(face(thread([message("customer", 2)]))).toMatchObject({
    mark: "dot",
    label: "Chat with us, waiting for a reply",
  });
  expect(face(thread([message("customer", 2), message("automation", 1)])).mark).toBe("dot");
  expect(face(thread([message("customer", 2), message("staff", 1)])).mark).toBe("");
  expect(face(thread([message("customer", 25)])).mark).toBe("");
});

test("only a reply of the store can be previewed, and only unread", () => {
  const reply = message("staff");

  expect(newestUnread(thread([reply], 1))).toBe(reply);
  expect(newestUnread(thread([reply], 0))).toBeNull();
  expect(newestUnread(thread([reply, message("customer")], 1))).toBeNull();
  expect(newestUnread(null)).toBeNull();
});

test("a preview is short and on one line, and names who wrote", () => {
  const { preview } = face(null, {}, message("staff", 0, `One\n\n two ${"😀".repeat(300)}`));

  expect(preview.lines.slice(0, 3)).toEqual(["ML", "Maya Lind", "Hearthlow, now"]);
  expect(preview.lines[3]).toMatch(/^One two 😀+$/u);
  expect([...(preview.lines[3] ?? "")]).toHaveLength(200);
});
