import { describe, expect, test } from "vitest";
import { returning } from "../testkit/given-shopper.ts";

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
