import { describe, expect, test } from "vitest";
import { refusal } from "../testkit/fake-post.ts";
import { createFakeShopperServer, SECRET } from "../testkit/fake-shopper-server.ts";
import { createSharedStorage } from "../testkit/memory-storage.ts";
import { createWorld } from "../testkit/world.ts";
import { bubbles } from "./bubbles.ts";
import { createShopperSession } from "./shopper-session.ts";

function browser() {
  const world = createWorld();
  const server = createFakeShopperServer(world);
  const shared = createSharedStorage();
  const open = (known: boolean, api = server.api) =>
    createShopperSession({
      api,
      secret: SECRET,
      conversation: "conversation-drawn",
      known,
      storage: shared.tab(),
      environment: world,
    });
  return { world, server, shared, open };
}

/** A visitor with a thread of that many messages, ready and connected. */
async function returning(count: number) {
  const { world, server, shared, open } = browser();
  for (let index = 0; index < count; index += 1) server.says("customer");
  const session = open(true);
  session.start();
  await world.advance(1_000);
  server.requests.length = 0;
  const state = session.getSnapshot;
  const places = () => state().thread.messages.map(({ publicSeq }) => publicSeq);
  return { world, server, shared, open, session, state, places };
}

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

describe("receipts", () => {
  test("a burst is acknowledged as delivered in one request, within 300 ms", async () => {
    const { world, server, state } = await returning(3);

    for (let index = 0; index < 5; index += 1) server.says();
    await world.advance(299);
    expect(server.requests).toEqual([]);
    await world.advance(1);
    expect(server.requests).toEqual(["receipts 8 0"]);
    await world.advance(1_000);

    expect(server.conversation()).toMatchObject({ delivered: 8, seen: 0 });
    expect(state().unread).toBe(5);
    expect(server.requests).toHaveLength(1);
  });

  test("what is looked at is seen at once here, and told soon", async () => {
    const { world, server, session, state } = await returning(3);
    server.says();
    server.says();
    await world.advance(2_000);
    expect(state().unread).toBe(2);

    session.sawUpTo(4);
    expect(state().unread).toBe(1);
    session.sawUpTo(5);
    expect(state().unread).toBe(0);
    await world.advance(2_000);

    expect(server.requests).toEqual(["receipts 5 0", "receipts 5 5"]);
    session.sawUpTo(3);
    await world.advance(2_000);
    expect(server.requests).toHaveLength(2);
    expect(state().unread).toBe(0);
  });

  test("nothing is told of one's own messages", async () => {
    const { world, server, session } = await returning(3);

    session.send({ text: "Hello?" });
    session.sawUpTo(4);
    await world.advance(2_000);

    expect(server.requests).toEqual(["post"]);
  });

  test("what could not be told is told when the network is back", async () => {
    const { world, server } = await returning(3);
    server.says();
    await world.advance(100);
    server.cutOff();
    await world.advance(60_000);
    server.connect();
    world.wake("online");
    await world.advance(2_000);

    expect(server.conversation().delivered).toBe(4);
  });

  test("what was seen just before the page was left is told, and whoever comes back goes on", async () => {
    const { world, server, session, open } = await returning(3);
    server.says();
    await world.advance(2_000);
    server.requests.length = 0;

    session.sawUpTo(4);
    await world.advance(100);
    session.stop();
    await world.advance(2_000);

    expect(server.requests).toEqual(["receipts 4 4"]);
    expect(server.conversation().seen).toBe(4);
    session.stop();
    const next = open(true);
    next.start();
    await world.advance(2_000);
    expect(next.getSnapshot().unread).toBe(0);
    expect(server.requests).toEqual(["receipts 4 4", "conversation", "hello"]);
  });

  test("a page that was left with nothing to tell tells nothing", async () => {
    const { world, server, session } = await returning(3);

    session.stop();
    await world.advance(2_000);

    expect(server.requests).toEqual([]);
  });

  test("what staff have seen arrives", async () => {
    const { world, server, state } = await returning(3);

    server.staffOpens();
    await world.advance(100);

    expect(state().conversation?.staffSeen).toBe(3);
  });
});

describe("typing", () => {
  test("by staff is shown until they say it, or stop", async () => {
    const { world, server, state } = await returning(3);
    server.staffTypes("Maya");
    expect(state().typing).toBe("Maya");
    server.says();
    await world.settle();
    expect(state().typing).toBeNull();

    server.staffTypes("Jonas");
    server.says();
    await world.advance(5_999);
    expect(state().typing).toBe("Jonas");
    await world.advance(1);
    expect(state().typing).toBeNull();
  });

  test("by staff is not known over a line that is down", async () => {
    const { world, server, state } = await returning(3);
    server.staffTypes("Maya");
    server.cutOff();
    await world.settle();

    expect(state().typing).toBeNull();
  });

  test("of one's own is told every three seconds", async () => {
    const { world, server, session } = await returning(3);
    for (let key = 0; key < 30; key += 1) {
      session.type();
      await world.advance(150);
    }

    const typed = server.heard.filter((frame) => JSON.stringify(frame) === '{"type":"typing"}');
    expect(typed).toHaveLength(2);
  });

  test("of one's own that nobody could hear is told with the next key", async () => {
    const { world, server, session, state } = await returning(3);
    server.cutOff();
    await world.settle();
    expect(state().connection.kind).not.toBe("open");
    session.type();
    server.connect();
    world.wake("online");
    await world.advance(1_000);
    expect(state().connection.kind).toBe("open");
    session.type();
    await world.advance(500);

    expect(server.heard).toContainEqual({ type: "typing" });
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
