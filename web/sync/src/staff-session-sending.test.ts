import { describe, expect, test } from "vitest";
import { ANSWER, givenSession, say } from "../testkit/given-session.ts";
import { bubbles } from "./bubbles.ts";

describe("sending in a staff session", () => {
  test("shows a bubble at once, which keeps its key and is never doubled", async () => {
    const { world, session, state, inbox, expectFresh } = await givenSession();
    const shown = () => bubbles(inbox().threads.get("a")?.messages ?? [], state().outbox.entries);
    const counts = new Set<number>();
    session.subscribe(() => counts.add(shown().filter(({ key }) => key === id).length));
    let id = "";

    id = say(session, "a");
    expect(shown().at(-1)).toMatchObject({ key: id, kind: "entry" });
    await world.advance(2_000);

    expect(shown().at(-1)).toMatchObject({ key: id, kind: "message" });
    expect([...counts].filter((count) => count > 1)).toEqual([]);
    expect(state().outbox.entries).toEqual([]);
    expectFresh();
  });

  test("what was sent while away goes out on return, in order and once", async () => {
    const { world, store, server, session, expectFresh } = await givenSession();
    server.cutOff();
    const ids = ["First", "Second", "Third"].map((text) => say(session, "a", text));
    await world.advance(10_000);

    server.connect();
    world.wake("online");
    await world.advance(3_000);

    const said = store.thread("a").messages.filter(({ kind }) => kind === "staff");
    expect(said.map(({ id }) => id)).toEqual(ids);
    expectFresh();
  });

  test("a message heard before its answer is not sent again", async () => {
    const { world, store, server, session, state } = await givenSession();
    server.failing("post", { kind: "unreached" });
    const id = say(session, "a");
    await world.advance(90);

    store.post("a", id, ANSWER);
    await world.settle();
    expect(state().outbox.entries).toEqual([]);
    const before = server.requests.length;
    await world.advance(60_000);

    expect(server.requests).toHaveLength(before);
  });

  test("a page loaded in the middle sends what the last one left", async () => {
    const { world, store, server, session, open } = await givenSession();
    server.failing("post", { kind: "unreached" });
    const id = say(session, "a");
    await world.advance(100);
    session.stop();
    server.failing("post", null);

    const next = open();
    next.start();
    await world.advance(2_000);

    expect(store.thread("a").messages.at(-1)?.id).toBe(id);
    expect(next.getSnapshot().outbox.entries).toEqual([]);
  });
});
