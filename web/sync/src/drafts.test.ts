import { describe, expect, test } from "vitest";
import { createFakeStaffServer } from "../testkit/fake-staff-server.ts";
import { createFakeStore } from "../testkit/fake-store.ts";
import { createSharedStorage } from "../testkit/memory-storage.ts";
import { createWorld } from "../testkit/world.ts";
import { createStaffSession } from "./staff-session.ts";

/** A store with two conversations, and devices of one person: each has its own storage. */
async function given() {
  const world = createWorld();
  const store = createFakeStore(world.now);
  for (const id of ["a", "b"]) store.customerWrites(id);
  const server = createFakeStaffServer(world, store);

  function device(kept = createSharedStorage(), outbox = createSharedStorage()) {
    const session = createStaffSession({
      api: server.api,
      storage: outbox.tab(),
      drafts: kept.tab(),
      me: "staff-me",
      environment: world,
    });
    session.start();
    session.openThread("a");
    const type = (text: string, conversation = "a") =>
      session.write(conversation, { kind: "staff", text, mentions: [] });
    const text = (conversation = "a") => session.getSnapshot().drafts.get(conversation)?.text;
    const reload = () => {
      session.stop();
      return device(kept, outbox);
    };
    return { session, kept, outbox, type, text, reload };
  }

  const laptop = device();
  await world.advance(1_000);
  server.requests.length = 0;
  return { world, store, server, laptop, device };
}

const saved = (requests: readonly string[]) => requests.filter((name) => name === "draft").length;

describe("a draft", () => {
  test("is there at once, saved when typing pauses, and at the latest after three seconds", async () => {
    const { world, store, server, laptop } = await given();
    for (let letters = 1; letters <= 20; letters += 1) {
      laptop.type("x".repeat(letters));
      expect(laptop.text()).toHaveLength(letters);
      await world.advance(250);
    }
    expect(saved(server.requests)).toBe(1);

    await world.advance(3_000);
    expect(saved(server.requests)).toBe(2);
    expect(store.drafts()).toMatchObject([{ conversation: "a", text: "x".repeat(20), after: 1 }]);
  });

  test("is there again after a reload, also of what was not saved", async () => {
    const { world, server, laptop } = await given();
    laptop.type("Half a thou");
    server.cutOff();
    await world.settle();

    const reloaded = laptop.reload();
    await world.settle();

    expect(reloaded.text()).toBe("Half a thou");
  });

  test("is followed by every other device, and by one that comes later", async () => {
    const { world, laptop, device } = await given();
    const phone = device();
    await world.advance(1_000);

    laptop.type("On Mon");
    await world.advance(2_000);
    expect(phone.text()).toBe("On Mon");
    phone.type("On Monday");
    await world.advance(2_000);
    expect(laptop.text()).toBe("On Monday");
    const late = device();
    await world.advance(1_000);
    expect(late.text()).toBe("On Monday");

    laptop.type("");
    await world.advance(2_000);
    expect([phone.text(), late.text()]).toEqual([undefined, undefined]);
  });

  test("typed offline is saved on return; the newest wins", async () => {
    const { world, store, server, laptop, device } = await given();
    laptop.type("Old");
    await world.advance(2_000);
    server.cutOff();
    laptop.type("Newer, offline");
    await world.advance(60_000);
    server.connect();
    world.wake("online");
    await world.advance(5_000);

    expect(store.drafts()[0]?.text).toBe("Newer, offline");
    const phone = device();
    await world.advance(1_000);
    expect(phone.text()).toBe("Newer, offline");
  });

  test("of another device that is newer wins over what was typed offline before", async () => {
    const { world, store, server, laptop } = await given();
    laptop.type("Base");
    await world.advance(2_000);
    server.cutOff();
    laptop.type("Typed offline");
    await world.advance(60_000);
    store.keepDraft("a", { kind: "staff", text: "Newer, elsewhere", after: 1, mentions: [] });
    server.connect();
    world.wake("online");
    await world.advance(5_000);

    expect(laptop.text()).toBe("Newer, elsewhere");
    expect(store.drafts()[0]?.text).toBe("Newer, elsewhere");
  });

  test("stays as it is being typed, whatever the server's clock says", async () => {
    const { world, laptop, server } = await given();
    server.mute(true);
    for (let letters = 1; letters <= 40; letters += 1) {
      laptop.type("x".repeat(letters));
      await world.advance(200);
      expect(laptop.text()).toHaveLength(letters);
    }
  });

  test("goes with its message, and does not come back with a late save", async () => {
    const { world, store, laptop, device } = await given();
    const phone = device();
    await world.advance(1_000);
    laptop.type("We do");
    await world.advance(705);
    laptop.session.send("a");
    expect(laptop.text()).toBeUndefined();
    await world.advance(5_000);

    expect(store.drafts()).toEqual([]);
    expect(phone.text()).toBeUndefined();
    expect(store.thread("a").messages.at(-1)?.text).toBe("We do");
  });

  test("of what waits in the outbox is not shown a second time after a reload", async () => {
    const { world, server, laptop } = await given();
    laptop.type("We do");
    await world.advance(2_000);
    server.failing("post", { kind: "unreached" });
    laptop.session.send("a");
    await world.advance(100);

    const reloaded = laptop.reload();
    await world.advance(1_000);

    expect(reloaded.session.getSnapshot().outbox.entries).toHaveLength(1);
    expect(reloaded.text()).toBeUndefined();
  });

  test("begun while the last message is on its way survives its arrival", async () => {
    const { world, store, server, laptop } = await given();
    laptop.type("First");
    server.failing("post", { kind: "unreached" });
    laptop.session.send("a");
    laptop.type("Second");
    await world.advance(5_000);
    expect(saved(server.requests)).toBe(0);

    server.failing("post", null);
    await world.advance(60_000);
    expect(laptop.text()).toBe("Second");
    expect(store.drafts()[0]?.text).toBe("Second");
  });
});

describe("a conversation taken away", () => {
  test("leaves its draft to its writer, who can delete it", async () => {
    const { world, store, laptop } = await given();
    laptop.type("We ship on Mon");
    store.takeAway("a");
    await world.advance(3_000);

    expect(laptop.session.getSnapshot().drafts.get("a")).toMatchObject({
      text: "We ship on Mon",
      isStranded: true,
    });
    const reloaded = laptop.reload();
    await world.advance(1_000);
    expect(reloaded.session.getSnapshot().drafts.get("a")).toMatchObject({ isStranded: true });

    reloaded.session.discardDraft("a");
    await world.advance(1_000);
    expect(reloaded.text()).toBeUndefined();
    expect(store.drafts()).toEqual([]);
  });

  test("gives the draft its place back when it is given back, and then it is saved", async () => {
    const { world, store, laptop } = await given();
    laptop.type("We ship on Mon");
    store.takeAway("a");
    await world.advance(3_000);
    expect(store.drafts()).toEqual([]);

    store.giveBack("a");
    await world.advance(3_000);

    expect(laptop.session.getSnapshot().drafts.get("a")).toMatchObject({ isStranded: false });
    expect(store.drafts()[0]?.text).toBe("We ship on Mon");
  });
});

describe("an answer on its way to a conversation that is taken away", () => {
  test("stays its writer's, with what was written behind it", async () => {
    const { world, store, server, laptop } = await given();
    server.cutOff();
    for (const words of ["First", "Second"]) {
      laptop.type(words);
      laptop.session.send("a");
    }
    laptop.type("Third");
    store.takeAway("a");
    server.connect();
    world.wake("online");
    await world.advance(10_000);

    const { outbox, drafts } = laptop.session.getSnapshot();
    expect(outbox.entries).toEqual([]);
    expect(drafts.get("a")).toMatchObject({
      text: "First\n\nSecond\n\nThird",
      kind: "staff",
      isStranded: true,
    });
    const later = laptop.reload();
    await world.advance(2_000);
    expect(later.text()).toBe("First\n\nSecond\n\nThird");
  });

  test("is no answer any more with a note among it", async () => {
    const { world, store, server, laptop } = await given();
    server.cutOff();
    laptop.type("We do");
    laptop.session.send("a");
    laptop.session.write("a", { kind: "note", text: "Never pays", mentions: [] });
    store.takeAway("a");
    server.connect();
    world.wake("online");
    await world.advance(10_000);
    store.giveBack("a");
    await world.advance(3_000);

    expect(laptop.session.getSnapshot().drafts.get("a")).toMatchObject({
      kind: "note",
      text: "We do\n\nNever pays",
    });
  });
});

describe("two devices of one person", () => {
  test("what the phone has is not taken by what the laptop sends", async () => {
    const { world, server, laptop, device } = await given();
    const phone = device();
    await world.advance(1_000);
    server.cutOff();
    laptop.type("From the laptop");
    laptop.session.send("a");
    server.connect();
    phone.session.reload();
    await world.advance(100);
    phone.type("From the phone");
    await world.advance(2_000);
    world.wake("online");
    await world.advance(10_000);

    expect(laptop.session.getSnapshot().outbox.entries).toEqual([]);
    expect(phone.text()).toBe("From the phone");
  });

  test("words do not change under the hands of who types", async () => {
    const { world, laptop, device } = await given();
    const phone = device();
    await world.advance(1_000);
    laptop.type("Lap");
    phone.type("Ph");
    for (const letter of ["o", "n", "e"]) {
      await world.advance(600);
      phone.type(`${phone.text()}${letter}`);
      expect(phone.text()).toContain("Ph");
    }
    await world.advance(10_000);

    expect(phone.text()).toBe("Phone");
    expect(laptop.text()).toBe("Phone");
  });
});

describe("an answer a colleague was quicker with", () => {
  test("is held by this client, which knows of it, and goes with the next press", async () => {
    const { world, store, laptop } = await given();
    laptop.type("We do");
    store.colleagueAnswers("a");
    await world.advance(100);

    expect(laptop.session.send("a")).toBeNull();
    expect(laptop.session.getSnapshot().drafts.get("a")).toMatchObject({
      text: "We do",
      held: "moved",
    });
    expect(laptop.session.send("a")).not.toBeNull();
    await world.advance(2_000);
    expect(store.thread("a").messages.at(-1)?.text).toBe("We do");
  });

  test("is held by the server when this client does not know of it yet, the words back in the field", async () => {
    const { world, store, server, laptop } = await given();
    laptop.type("We do");
    server.mute(true);
    store.colleagueAnswers("a");
    laptop.session.send("a");
    await world.advance(2_000);

    const { outbox, drafts } = laptop.session.getSnapshot();
    expect(outbox.entries).toEqual([]);
    expect(drafts.get("a")).toMatchObject({ text: "We do", held: "moved" });
    expect(store.thread("a").messages).toHaveLength(2);
  });

  test("is held, too, when it waited in the outbox while offline; with what was written behind it", async () => {
    const { world, store, server, laptop } = await given();
    server.cutOff();
    for (const words of ["First", "Second"]) {
      laptop.type(words);
      laptop.session.send("a");
    }
    laptop.type("Third");
    await world.advance(10_000);
    store.colleagueAnswers("a");
    server.connect();
    world.wake("online");
    await world.advance(5_000);

    const { outbox, drafts } = laptop.session.getSnapshot();
    expect(outbox.entries).toEqual([]);
    expect(drafts.get("a")).toMatchObject({ text: "First\n\nSecond\n\nThird", held: "moved" });
    laptop.session.send("a");
    await world.advance(2_000);
    expect(store.thread("a").messages.at(-1)?.text).toBe("First\n\nSecond\n\nThird");
  });

  test("stays in the thread when its writer has begun a note meanwhile, whose words are for colleagues", async () => {
    const { world, store, server, laptop } = await given();
    server.cutOff();
    laptop.type("We do");
    laptop.session.send("a");
    laptop.session.write("a", { kind: "note", text: "This customer never pays", mentions: [] });
    await world.advance(10_000);
    store.colleagueAnswers("a");
    server.connect();
    world.wake("online");
    await world.advance(5_000);

    const { outbox, drafts } = laptop.session.getSnapshot();
    expect(drafts.get("a")).toMatchObject({ kind: "note", text: "This customer never pays" });
    expect(outbox.entries).toMatchObject([{ body: { text: "We do" }, failed: "thread_moved" }]);

    laptop.session.retry(outbox.entries[0]?.id ?? "");
    await world.advance(2_000);
    expect(store.thread("a").messages.at(-1)?.text).toBe("We do");
    expect(laptop.session.getSnapshot().outbox.entries).toEqual([]);
  });

  test("a note is never held", async () => {
    const { world, store, laptop } = await given();
    laptop.session.write("a", { kind: "note", text: "Ask Tom", mentions: [] });
    store.colleagueAnswers("a");
    await world.advance(100);

    expect(laptop.session.send("a")).not.toBeNull();
  });
});
