import { expect, test } from "vitest";
import { refusal } from "../../testkit/fake-post.ts";
import { createFakeShopperServer, SECRET } from "../../testkit/fake-shopper-server.ts";
import { createFakeStaffServer } from "../../testkit/fake-staff-server.ts";
import { createFakeStore } from "../../testkit/fake-store.ts";
import {
  aPicture,
  createFakeAttachments,
  createMemoryFiles,
  goodEyes,
} from "../../testkit/files.ts";
import { createSharedStorage } from "../../testkit/memory-storage.ts";
import { ME } from "../../testkit/samples.ts";
import { createWorld, type World } from "../../testkit/world.ts";
import { createShopperSession } from "../shopper-session.ts";
import { createStaffSession } from "../staff-session.ts";
import { loose, type UploadsState } from "./upload.ts";
import { createUploadDoor } from "./upload-door.ts";
import { createUploads } from "./uploads.ts";

/** One browser, whose pages come and go. */
function browser(world: World) {
  const attachments = createFakeAttachments(world);
  const storage = createMemoryFiles();
  const door = () =>
    createUploadDoor(async (changed: (state: UploadsState) => void) =>
      createUploads({
        api: attachments.api,
        storage,
        environment: world,
        eyes: goodEyes,
        owner: "maya",
        tab: "tab",
        addresses: { of: () => `blob:${world.newId()}`, release() {} },
        changed,
      }),
    );
  return { attachments, storage, door };
}

async function staff() {
  const world = createWorld();
  const store = createFakeStore();
  store.customerWrites("a");
  const server = createFakeStaffServer(world, store);
  const shared = createSharedStorage();
  const drafts = createSharedStorage();
  const { attachments, door } = browser(world);
  async function page() {
    const files = door();
    const session = createStaffSession({
      api: server.api,
      storage: shared.tab(),
      drafts: drafts.tab(),
      me: ME.id,
      environment: world,
      files,
    });
    session.start();
    session.openThread("a");
    await world.advance(1_000);
    const opened = await files.open();
    if (!opened) throw new Error("The uploads are not to be had.");
    const state = session.getSnapshot;
    const chips = () => loose(files.state.get().uploads, "a", state().outbox.entries);
    const texts = () =>
      state()
        .inbox.threads.get("a")
        ?.messages.filter(({ kind }) => kind === "staff")
        .map(({ text }) => text);
    const leave = () => {
      session.stop();
      files.stop();
    };
    return { session, files: opened, state, chips, texts, leave };
  }
  return { world, server, attachments, page };
}

test("a reply waits for its picture, and the next one for that reply", async () => {
  const { world, server, page } = await staff();
  const { session, files, state, chips, texts } = await page();
  files.add("a", [aPicture("mug.png")], 10);
  await world.settle();
  const ids = chips().map(({ id }) => id);
  session.write("a", { kind: "staff", text: "Here it is", mentions: [] });
  session.send("a", { ids, kind: "staff" });
  session.write("a", { kind: "staff", text: "Do you like it?", mentions: [] });
  session.send("a");
  expect(state().outbox.entries.map(({ body }) => body.attachments)).toEqual([ids, undefined]);
  expect(chips()).toEqual([]);

  server.requests.length = 0;
  await world.advance(900);
  expect(server.requests).not.toContain("post");
  await world.advance(5_000);
  expect(texts()).toEqual(["Here it is", "Do you like it?"]);
  expect(state().outbox.entries).toEqual([]);
  expect(chips()).toEqual([]);
});

test("a picture that is cut off and a page load in the middle make one reply", async () => {
  const { world, attachments, page } = await staff();
  const first = await page();
  attachments.meets("answer_lost", "cut");
  first.files.add("a", [aPicture("mug.png")], 10);
  await world.settle();
  const ids = first.chips().map(({ id }) => id);
  first.session.send("a", { ids, kind: "staff" });
  await world.advance(1_100);
  first.leave();

  const second = await page();
  await world.advance(60_000);
  expect(second.texts()).toEqual([""]);
  expect(second.state().outbox.entries).toEqual([]);
  expect(second.chips()).toEqual([]);
  expect(attachments.puts.length).toBeGreaterThan(1);
  expect(new Set(attachments.puts)).toEqual(new Set(ids));
});

test("where the server does not take a picture, reply and picture are back with their writer", async () => {
  const { world, attachments, page } = await staff();
  const { session, files, state, chips, texts } = await page();
  attachments.meets(refusal(422, "file_damaged"));
  files.add("a", [aPicture("mug.png")], 10);
  await world.settle();
  session.write("a", { kind: "staff", text: "Here it is", mentions: [] });
  session.send("a", { ids: chips().map(({ id }) => id), kind: "staff" });
  await world.advance(5_000);

  expect(texts()).toEqual([]);
  expect(state().outbox.entries).toEqual([]);
  expect(state().drafts.get("a")).toMatchObject({ text: "Here it is", held: "file" });
  expect(chips()[0]?.progress).toMatchObject({ kind: "problem" });
});

test("a reply of nothing but a picture that is discarded takes the picture along", async () => {
  const { world, attachments, page } = await staff();
  const { session, files, state, chips } = await page();
  attachments.meets("cut", "cut", "cut", "cut");
  files.add("a", [aPicture("mug.png")], 10);
  await world.settle();
  const id = session.send("a", { ids: chips().map((one) => one.id), kind: "note" });
  expect(state().outbox.entries[0]?.body).toMatchObject({ kind: "note", text: "" });
  await world.advance(1_100);
  session.discard(id ?? "");
  await world.settle();
  expect(state().outbox.entries).toEqual([]);
  expect(chips()).toEqual([]);
});

test("a shopper's picture arrives once, whatever is lost on the way", async () => {
  const world = createWorld();
  const server = createFakeShopperServer(world);
  server.says("customer");
  const { attachments, door } = browser(world);
  const files = door();
  const session = createShopperSession({
    api: server.api,
    secret: SECRET,
    conversation: "drawn",
    known: true,
    storage: createSharedStorage().tab(),
    environment: world,
    files,
  });
  session.start();
  await world.advance(1_000);
  attachments.meets("answer_lost", refusal(503, "unavailable"), refusal(422, "file_damaged"));
  const opened = await files.open();
  opened?.add("", [aPicture("mug.png")], 10);
  await world.settle();
  const ids = files.state.get().uploads.map(({ id }) => id);
  const message = session.send({ text: "", attachments: ids });
  await world.advance(60_000);
  expect(session.getSnapshot().outbox.entries[0]?.failed).toBe("file_damaged");

  // What was refused is sent once more when its writer says so, the picture before the message.
  session.retry(message);
  await world.advance(10_000);
  expect(session.getSnapshot().outbox.entries).toEqual([]);
  expect(server.messages.filter(({ id }) => id === message)).toHaveLength(1);
  expect(new Set(attachments.puts)).toEqual(new Set(ids));
  expect(files.state.get().uploads).toEqual([]);
});
