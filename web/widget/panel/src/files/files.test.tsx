import type { Attachment } from "@shopbell/protocol/attachment";
import { createCell } from "@shopbell/sync/cell";
import type { FileProblem } from "@shopbell/sync/uploads/problems";
import type { Progress, Upload, Uploads, UploadsState } from "@shopbell/sync/uploads/upload";
import type { ComponentChild } from "preact";
import { render } from "preact";
import { afterEach, expect, test, vi } from "vitest";
import { SETTINGS } from "../../../testkit/settings.ts";
import { texts } from "../../../testkit/texts.ts";
import type { Chat, ChatState } from "../chat/chat.ts";
import { SurroundingsProvider } from "../surroundings.ts";
import { timesIn } from "../texts/times.ts";
import type { Said } from "../thread/lines.ts";
import { partOf } from "../use-fetched.ts";
import { Attached } from "./attached.tsx";
import { Media } from "./media.tsx";
import { fileWords } from "./words.ts";

const page = document.documentElement;

afterEach(() => {
  render(null, document.body);
  page.lang = "en";
});

const there: Progress = { kind: "there", attachment: anAttachment("one") };

function anAttachment(id: string, changed: Partial<Attachment> = {}): Attachment {
  return {
    id,
    kind: "image",
    name: `${id}.png`,
    mediaType: "image/png",
    size: 100,
    width: 40,
    height: 30,
    duration: null,
    placeholder: null,
    alt: null,
    thumbnail: false,
    poster: false,
    animated: false,
    ...changed,
  };
}

function anUpload(id: string, progress = there, changed: Partial<Upload> = {}): Upload {
  return {
    id,
    conversation: "",
    name: `${id}.png`,
    kind: "image",
    bytes: 412 * 1024,
    width: 40,
    height: 30,
    preview: `blob:${id}`,
    poster: null,
    alt: "",
    progress,
    ...changed,
  };
}

/** A chat with files, of which a test says how they stand; what is done with them is noted. */
function aChat(uploads: readonly Upload[] = [], viewer: string | null = "token") {
  const done: (readonly [what: string, about?: unknown])[] = [];
  const note = (what: string) => (about?: unknown) => void done.push([what, about]);
  const opened: Uploads = {
    start: async () => {},
    stop: note("stop"),
    add: note("add"),
    shrink: note("shrink"),
    remove: note("remove"),
    describe: note("describe"),
    there: async () => ({ kind: "done", value: null }),
    over: note("over"),
    again: note("again"),
    wake: note("wake"),
  };
  const thread = {
    phase: "ready",
    failure: null,
    conversation: null,
    thread: { messages: [], aside: [] },
    loadingEarlier: false,
    unread: 0,
    typing: null,
    outbox: { entries: [], sending: new Set<string>(), paused: false },
    connection: { kind: "open" },
    viewer,
  } as const;
  const chat: Chat = {
    state: createCell<ChatState>({ thread, starting: [] }),
    files: {
      ...opened,
      state: createCell<UploadsState>({ uploads, arrived: new Map() }),
      open: async () => opened,
    },
    asVisitor: (once) => once(""),
    follow: note("follow"),
    send: note("send"),
    retry: note("retry"),
    discard: note("discard"),
    loadEarlier: note("loadEarlier"),
    type: note("type"),
    sawUpTo: note("sawUpTo"),
    reload: note("reload"),
    pause: note("pause"),
    resume: note("resume"),
    visitor: () => null,
    draw: note("draw"),
  };
  return { chat, done };
}

function show(node: ComponentChild, chat: Chat, language: "en" | "ar" = "en"): void {
  page.lang = language;
  const surroundings = {
    settings: SETTINGS,
    texts: texts[language],
    times: timesIn(language, "en-GB", texts[language]),
    faqs: partOf(async () => []),
    chat,
    attended: { now: undefined },
    touch: false,
    draft: { read: () => "", write() {} },
    close() {},
  };
  render(<SurroundingsProvider value={surroundings}>{node}</SurroundingsProvider>, document.body);
}

function find(selector: string): HTMLElement {
  const element = document.body.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`Nothing in the panel is ${selector}`);
  return element;
}

function button(name: string): HTMLElement {
  const found = [...document.body.querySelectorAll("button")].find(
    (one) => (one.getAttribute("aria-label") ?? one.textContent) === name,
  );
  if (!found) throw new Error(`No button is called ${name}`);
  return found;
}

test("what goes with the message is told, and what does not fit says why", async () => {
  const problem: FileProblem = { kind: "too_large", of: "image", bytes: 4e6, canShrink: true };
  const bad = anUpload("large", { kind: "problem", problem }, { kind: null, preview: null });
  const { chat, done } = aChat([anUpload("one"), bad]);
  const going: (readonly string[])[] = [];
  show(<Attached change={(ids) => going.push(ids)} />, chat);

  expect(going).toEqual([["one"]]);
  expect(find("[role=alert]").textContent).toBe("large.png is 3.9 MB. Images can be up to 1 MB");
  button("Shrink to fit").click();
  button("Remove one.png").click();
  await vi.waitFor(() =>
    expect(done).toEqual([
      ["shrink", "large"],
      ["remove", "one"],
    ]),
  );
});

test("Delete removes the one that has the focus", async () => {
  const { chat, done } = aChat([anUpload("one"), anUpload("two")]);
  show(<Attached change={() => {}} />, chat);
  const key = new KeyboardEvent("keydown", { key: "Delete", bubbles: true });
  button("Remove two.png").dispatchEvent(key);
  await vi.waitFor(() => expect(done).toEqual([["remove", "two"]]));
});

test("what is wrong is said in Arabic, the file\u2019s name apart from the words", () => {
  const problem: FileProblem = { kind: "too_long", seconds: 74.2 };
  const { chat } = aChat([anUpload("clip", { kind: "problem", problem })]);
  show(<Attached change={() => {}} />, chat, "ar");
  expect(find("[role=alert]").textContent).toContain("\u2068clip.png\u2069");
  expect(find("[role=alert]").textContent).toContain("1:15");
});

function said(changed: Partial<Said> = {}): Said {
  const at = new Date(2026, 2, 3, 12, 58).getTime();
  const files = [anAttachment("one")];
  return {
    key: "m",
    own: false,
    who: "Maya",
    text: "",
    files,
    at,
    fate: null,
    refusal: null,
    ...changed,
  };
}

test("an image is had with the name of its viewer, and says from whom it is", () => {
  const { chat } = aChat();
  show(<Media said={said()} who="Maya" />, chat);
  expect(find("img").getAttribute("src")).toBe("/api/widget/key1/files/one/content?viewer=token");
  expect(find("img").getAttribute("alt")).toBe("Photo from Maya, 12:58");
  expect(find("button").getAttribute("aria-label")).toBe("Open: Photo from Maya, 12:58");
});

test("an image that is not to be had with this name asks for another one, once", () => {
  const { chat, done } = aChat([], "yesterday");
  show(<Media said={said()} who="Maya" />, chat);
  find("img").dispatchEvent(new Event("error"));
  render(null, document.body);
  show(<Media said={said()} who="Maya" />, chat);
  find("img").dispatchEvent(new Event("error"));
  expect(done.map(([what]) => what)).toEqual(["reload"]);
});

test("a message that was refused for its file says why, and can be taken out", () => {
  const { chat, done } = aChat([anUpload("one")]);
  const refused = said({ own: true, files: ["one"], fate: "refused", refusal: "file_damaged" });
  show(<Media said={refused} who="Hearthlow" />, chat);
  expect(document.body.textContent).toContain("The file is damaged. Try another file");
  button("Remove").click();
  expect(done).toEqual([["discard", "m"]]);
});

test("in the viewer arrows follow the line of reading, and Esc does not reach the chat", async () => {
  const { chat } = aChat();
  const files = [anAttachment("one"), anAttachment("two")];
  const heard: string[] = [];
  const listen = ({ key }: KeyboardEvent) => heard.push(key);
  addEventListener("keydown", listen);
  page.dir = "rtl";
  show(<Media said={said({ files })} who="Maya" />, chat);
  find("button").click();
  await vi.waitFor(() => find("dialog"));
  const press = (key: string) =>
    find("dialog").dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));

  press("ArrowLeft");
  await vi.waitFor(() => expect(find("dialog [role=status]").textContent).toBe("2 of 2"));
  press("Escape");
  expect(heard).toEqual([]);
  removeEventListener("keydown", listen);
  page.removeAttribute("dir");
});

test("Home and End go to the first and the last, and say to no scroller that they were pressed", async () => {
  const { chat } = aChat();
  const files = ["one", "two", "three"].map((id) => anAttachment(id));
  show(<Media said={said({ files })} who="Maya" />, chat);
  find("button").click();
  await vi.waitFor(() => find("dialog"));
  const press = (key: string) => {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
    find("dialog").dispatchEvent(event);
    return event.defaultPrevented;
  };
  const place = (is: string) =>
    vi.waitFor(() => expect(find("dialog [role=status]").textContent).toBe(is));

  expect(press("End")).toBe(true);
  await place("3 of 3");
  expect(press("Home")).toBe(true);
  await place("1 of 3");
  expect(press("Tab")).toBe(false);
  await place("1 of 3");
});

const ARABIC = /\p{Script=Arabic}/u;
const problems: readonly FileProblem[] = [
  { kind: "too_large", of: "image", bytes: 2e6, canShrink: true },
  { kind: "too_large", of: "video", bytes: 2e6, canShrink: false },
  { kind: "too_long", seconds: 61 },
  { kind: "wrong_type" },
  { kind: "unreadable" },
  { kind: "too_many" },
  { kind: "refused", code: "file_damaged", canShrink: false },
  { kind: "refused", code: "of_a_newer_server", canShrink: false },
];

test.each(problems)("%j is said in both languages, with the file", (problem) => {
  expect(fileWords.en.wrong("mug.png", problem)).toMatch(/mug\.png.* [A-Z0-9]/);
  expect(fileWords.en.wrong("mug.png", problem)).not.toMatch(ARABIC);
  expect(fileWords.ar.wrong("mug.png", problem)).toMatch(ARABIC);
  expect(fileWords.ar.wrong("mug.png", problem)).toContain("\u2068mug.png\u2069");
});
