import { describe, expect, test } from "vitest";
import { refusal } from "../testkit/fake-post.ts";
import { browser, returning } from "../testkit/given-shopper.ts";
import { bubbles } from "./bubbles.ts";

describe("a new visitor", () => {
  test("asks the server for nothing before the first message", async () => {
    const { world, server, open } = browser();
    const session = open(false);
    session.start();
    await world.advance(600_000);

    expect(server.requests).toEqual([]);
    expect(session.getSnapshot().phase).toBe("new");
  });

  test("becomes known by the first message, and hears from then on", async () => {
    const { world, server, open } = browser();
    const session = open(false);
    session.start();
    const id = session.send({ text: "Do you deliver to Malta?" });
    await world.advance(1_000);
    server.says();
    await world.advance(1_000);

    const { phase, thread, conversation, connection } = session.getSnapshot();
    expect({ phase, connection }).toEqual({ phase: "ready", connection: { kind: "open" } });
    expect(conversation?.id).toBe("conversation-of-the-server");
    expect(thread.messages.map((message) => message.id)).toEqual([id, server.messages[1]?.id]);
  });

  test("whose answer was lost is stored once, also across a page load", async () => {
    const { world, server, open } = browser();
    const session = open(false);
    session.start();
    server.failing("conversation", { kind: "unreached" });
    const id = session.send({ text: "Hello?" });
    await world.advance(30);
    server.cutOff();
    await world.advance(500);
    session.stop();
    server.connect();
    server.failing("conversation", null);

    const next = open(false);
    next.start();
    await world.advance(2_000);

    expect(server.messages.map((message) => message.id)).toEqual([id]);
    expect(server.requests.filter((name) => name === "post").length).toBeGreaterThan(1);
    expect(next.getSnapshot()).toMatchObject({ phase: "ready", outbox: { entries: [] } });
  });

  test("that the server has forgotten is new again", async () => {
    const { world, open } = browser();
    const session = open(true);
    session.start();
    await world.advance(5_000);

    expect(session.getSnapshot().phase).toBe("new");
  });

  test.each(["page.url", "cart.items.3.title", "cart"])(
    "on a page that says wrong things of itself, as its %s, is heard without them",
    async (field) => {
      const { world, server, open } = browser();
      const session = open(false, {
        ...server.api,
        post: async (conversation, id, draft) =>
          draft.page || draft.cart
            ? { ...refusal(422, "value_invalid"), field }
            : server.api.post(conversation, id, draft),
      });
      session.start();
      const page = { url: "https://shop.example/|" };
      session.send({ text: "Hello?", page, cart: { currency: "XXY", items: [] } });
      await world.advance(1_000);

      expect(server.messages.map(({ text }) => text)).toEqual(["Hello?"]);
      expect(session.getSnapshot()).toMatchObject({ phase: "ready", outbox: { entries: [] } });
    },
  );

  test("refused for their address mends it and sends the same message", async () => {
    const { world, server, open } = browser();
    server.failing("post", refusal(422, "contact_email_incomplete"));
    const session = open(false);
    session.start();
    const id = session.send({ text: "Hello?", contact: { email: "anna" } });
    await world.advance(1_000);
    expect(session.getSnapshot().outbox.entries).toMatchObject([
      { failed: "contact_email_incomplete" },
    ]);

    server.failing("post", null);
    session.retry(id, { email: "anna@example.com" });
    expect(session.getSnapshot().outbox.entries).toMatchObject([
      { id, body: { text: "Hello?", contact: { email: "anna@example.com" } } },
    ]);
    await world.advance(1_000);

    expect(server.messages.map((message) => message.id)).toEqual([id]);
  });
});

describe("a returning visitor", () => {
  test("sees the newest messages, and earlier ones when they ask", async () => {
    const { world, server, session, places } = await returning(120);
    expect(places()).toHaveLength(50);

    session.loadEarlier();
    session.loadEarlier();
    await world.advance(1_000);
    expect(places()).toHaveLength(100);
    session.loadEarlier();
    await world.advance(1_000);
    session.loadEarlier();
    await world.advance(1_000);

    expect(places()).toHaveLength(120);
    expect(server.requests).toEqual(["messages", "messages"]);
  });

  test("cut off while 500 messages passed gets exactly those 500, each once", async () => {
    const { world, server, state, places } = await returning(10);
    server.cutOff();
    for (let index = 0; index < 500; index += 1) server.says("customer");
    await world.advance(1_000);
    server.connect();
    server.requests.length = 0;
    world.wake("online");
    await world.advance(2_000);

    expect(server.requests.filter((name) => name !== "news")).toEqual([
      "hello",
      "messages",
      "messages",
    ]);
    expect(server.rangeMessages()).toBe(300);
    expect(places()).toEqual(Array.from({ length: 510 }, (_, index) => index + 1));
    expect(state().thread.aside).toEqual([]);
  });

  test("fetches what is missing in the middle, and not one message more", async () => {
    const { world, server, places } = await returning(3);

    server.saysUnheard();
    server.saysUnheard();
    server.says("customer");
    server.says("customer");
    await world.advance(200);

    expect(places()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(server.requests).toEqual(["messages"]);
    expect(server.rangeMessages()).toBe(2);
  });

  test("knows nothing older than what a frame told while an answer was on its way", async () => {
    const { world, server, session, state } = await returning(120);
    session.loadEarlier();
    await world.advance(21);
    server.staffOpens();
    await world.advance(1_000);

    expect(state().conversation?.staffSeen).toBe(120);
  });

  test("is never told of notes by a hole", async () => {
    const { world, server, places } = await returning(3);

    server.notes();
    server.says();
    server.notes();
    server.says();
    await world.advance(200);

    expect(places()).toEqual([1, 2, 3, 4, 5]);
    expect(server.requests).toEqual([]);
  });

  test("starts over after the server went back in time", async () => {
    const { world, server, places, state } = await returning(30);
    server.cutOff();
    server.loses(10);
    server.connect();
    world.wake("online");
    await world.advance(3_000);

    expect(places()).toHaveLength(20);
    expect(state().connection.kind).toBe("open");
    expect(server.requests.filter((name) => name === "conversation")).toHaveLength(1);
  });

  test("hears by asking where sockets are blocked", async () => {
    const { world, server, state, places } = await returning(3);
    server.blockSockets();
    await world.advance(20_000);
    expect(state().connection.kind).toBe("polling");

    server.says();
    await world.advance(2_000);

    expect(places()).toEqual([1, 2, 3, 4]);
  });

  test("shows a bubble at once, which keeps its key and is never doubled", async () => {
    const { world, session, state } = await returning(3);
    const shown = () => bubbles(state().thread.messages, state().outbox.entries);
    const counts = new Set<number>();
    let id = "";
    session.subscribe(() => counts.add(shown().filter(({ key }) => key === id).length));

    id = session.send({ text: "Thank you!" });
    expect(shown().at(-1)).toMatchObject({ key: id, kind: "entry" });
    await world.advance(2_000);

    expect(shown().at(-1)).toMatchObject({ key: id, kind: "message" });
    expect(counts.has(2)).toBe(false);
    expect(state().outbox.entries).toEqual([]);
  });
});

test("who is blocked learns it from the refusal, and keeps what they wrote", async () => {
  const { world, server, session, state } = await returning(3);
  server.failing("post", refusal(403, "sender_blocked"));
  session.send({ text: "Hello?" });
  await world.advance(1_000);

  expect(state().conversation?.blocked).toBe(true);
  expect(state().outbox.entries).toMatchObject([
    { body: { text: "Hello?" }, failed: "sender_blocked" },
  ]);
  server.staffOpens();
  await world.advance(100);
  expect(state().conversation?.blocked).toBe(false);
});

describe("a browser that becomes somebody else's", () => {
  test("reads the thread that goes on, and nothing of the one before", async () => {
    const { world, server, state, places } = await returning(3);

    server.becomes("thread-that-goes-on", 2);
    await world.advance(10_000);

    expect(state().conversation?.id).toBe("thread-that-goes-on");
    expect(state().thread.messages.map(({ text }) => text)).toEqual([
      "Of thread-that-goes-on",
      "Of thread-that-goes-on",
    ]);
    server.says();
    await world.advance(1_000);
    expect(places()).toEqual([1, 2, 3]);
  });

  test("learns it from whatever it hears next, also without sockets", async () => {
    const { world, server, state, places } = await returning(3);
    server.blockSockets();
    await world.advance(60_000);

    server.becomes("thread-that-goes-on", 5, false);
    await world.advance(60_000);

    expect(state().conversation?.id).toBe("thread-that-goes-on");
    expect(places()).toEqual([1, 2, 3, 4, 5]);
  });

  test("who has no thread yet is new, and begins one of their own", async () => {
    const { world, server, session, state } = await returning(3);

    server.becomes("thread-of-another", 0);
    await world.advance(10_000);
    expect(state()).toMatchObject({ phase: "new", conversation: null, thread: { messages: [] } });
    session.send({ text: "Hello" });
    await world.advance(10_000);

    expect(server.requests).toContain("post to another's");
    expect(state().thread.messages.map(({ text }) => text)).toEqual(["Hello"]);
    expect(state().outbox.entries).toEqual([]);
  });
});
