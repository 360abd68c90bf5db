import { describe, expect, test } from "vitest";
import { refusal } from "../testkit/fake-post.ts";
import { givenSession, say } from "../testkit/given-session.ts";
import { badge, isGone, latest, unreadMessages } from "./inbox.ts";

describe("a staff session", () => {
  test("loads what is shown, and nothing twice", async () => {
    const { world, store, server, state, expectFresh, open } = await givenSession();
    expect(state()).toMatchObject({ phase: "ready", connection: { kind: "open" } });
    expectFresh();

    const second = open();
    second.start();
    second.showList("unresolved");
    second.showList("unresolved");
    second.openThread("a");
    second.openThread("a");
    await world.advance(1000);

    expect(server.requests).toEqual(
      ["inbox", "hello", "page unresolved", "thread"].sort(byOrder(server.requests)),
    );
    expect(badge(second.getSnapshot().inbox)).toBe(store.snapshot().unread.length);
  });

  test("hears what happens, and asks for nothing", async () => {
    const { world, store, server, inbox, expectFresh } = await givenSession();

    store.customerWrites("e");
    store.customerWrites("a");
    store.colleagueAnswers("a");
    store.resolve("d");
    store.takeAway("c");
    store.setOnline("b", true);
    await world.advance(1000);

    expect(server.requests).toEqual([]);
    expect(unreadMessages(inbox())).toBe(71 + 1 + 1 + 2);
    expect(latest(inbox())?.id).toBe(store.snapshot().latest[0]?.id);
    expect(inbox().lists.unresolved?.rows.map(({ id }) => id)).not.toContain("d");
    store.setOnline("b", false);
    expectFresh();
  });

  test("cut off while 500 messages passed, it fetches exactly those 500", async () => {
    const { world, store, server, inbox, expectFresh } = await givenSession();

    server.cutOff();
    for (let index = 0; index < 500; index += 1) store.customerWrites("a");
    store.customerWrites("b");
    await world.advance(5_000);
    server.connect();
    server.requests.length = 0;
    world.wake("online");
    await world.advance(2_000);

    // One round of polling may still be under way when the socket opens; it is then given up.
    const asked = server.requests.filter((name) => name !== "changes");
    expect(asked).toEqual(["hello", "messages", "messages", "messages"]);
    expect(server.rangeMessages()).toBe(500);
    expect(inbox().threads.get("a")?.messages).toHaveLength(550);
    expectFresh();
  });

  test("fetches what is missing in the middle, and not one message more", async () => {
    const { world, store, server, expectFresh } = await givenSession();

    server.mute(true);
    for (let index = 0; index < 3; index += 1) store.customerWrites("a");
    server.mute(false);
    store.customerWrites("a");
    store.customerWrites("a");
    await world.advance(1_000);

    expect(server.requests).toEqual(["messages"]);
    expect(server.rangeMessages()).toBe(3);
    expectFresh();
  });

  test("what a thread that is not open missed is fetched when it is opened again", async () => {
    const { world, store, server, session, release, expectFresh } = await givenSession();
    release();
    server.cutOff();
    for (let index = 0; index < 5; index += 1) store.customerWrites("a");
    server.connect();
    server.requests.length = 0;
    world.wake("online");
    await world.advance(2_000);
    expect(server.requests).toEqual(["hello"]);

    session.openThread("a");
    await world.advance(1_000);

    expect(server.requests).toEqual(["hello", "messages"]);
    expect(server.rangeMessages()).toBe(5);
    expectFresh();
  });

  test("loads older pages of a list and of a thread, and stops at their ends", async () => {
    const { world, server, session, inbox, expectFresh } = await givenSession();
    expect(inbox().lists.unresolved?.rows).toHaveLength(3);

    for (let again = 0; again < 3; again += 1) {
      session.loadMore("unresolved");
      session.loadEarlier("a");
      await world.advance(1_000);
    }

    expect(inbox().lists.unresolved).toMatchObject({ next: null });
    expect(inbox().lists.unresolved?.rows).toHaveLength(5);
    expect(inbox().threads.get("a")?.messages).toHaveLength(71);
    expect(server.requests.toSorted()).toEqual(["messages", "page unresolved next"]);
    expectFresh();
  });

  test("loads a thread as far back as a message that was found, and no further", async () => {
    const { world, store, server, open } = await givenSession();
    for (let index = 0; index < 700; index += 1) store.customerWrites("a");
    const session = open();
    const messages = () => session.getSnapshot().inbox.threads.get("a")?.messages ?? [];
    session.start();
    await world.advance(2_000);

    session.openThread("a");
    session.loadBackTo("a", 300);
    await world.advance(5_000);

    const first = messages()[0]?.seq ?? 0;
    expect(first).toBeLessThanOrEqual(300);
    expect(first).toBeGreaterThan(200);
    expect(messages().at(-1)?.seq).toBe(771);
    expect(server.requests.filter((name) => name === "messages").length).toBeLessThanOrEqual(3);
  });

  test("what is found is followed: it is gone when it is given to somebody else", async () => {
    const { world, store, session, inbox } = await givenSession();
    for (let index = 0; index < 60; index += 1) store.customerWrites(`later-${index}`);
    store.customerWrites("sought", "Where is my quokka?");
    const control = new AbortController();

    const asked = session.search({ query: "quokka", view: "all" }, null, control.signal);
    await world.advance(1_000);

    expect(await asked).toMatchObject({
      kind: "done",
      value: { hits: [{ conversation: { id: "sought" }, message: { seq: 1 } }] },
    });
    expect(inbox().conversations.has("sought")).toBe(true);
    store.takeAway("sought");
    await world.advance(1_000);
    expect(isGone(inbox(), "sought")).toBe(true);
  });

  test("asked for more while it tells that something came, it loads that too", async () => {
    const { world, store, server, open } = await givenSession();
    for (let index = 0; index < 50; index += 1) store.customerWrites("a");
    for (const id of ["f", "g", "h", "i"]) store.customerWrites(id);
    const session = open();
    const rows = () => session.getSnapshot().inbox.lists.all?.rows.length;
    const messages = () => session.getSnapshot().inbox.threads.get("a")?.messages.length;
    let [rowsBefore, messagesBefore] = [rows(), messages()];
    session.subscribe(() => {
      const hasRows = rows() !== rowsBefore;
      const hasMessages = messages() !== messagesBefore;
      [rowsBefore, messagesBefore] = [rows(), messages()];
      if (hasRows) session.loadMore("all");
      if (hasMessages) session.loadEarlier("a");
    });

    session.start();
    session.showList("all");
    session.openThread("a");
    await world.advance(5_000);

    expect([rows(), messages()]).toEqual([9, 121]);
    expect(server.requests.filter((name) => name === "page all next")).toHaveLength(2);
    expect(server.requests.filter((name) => name === "messages")).toHaveLength(2);
  });

  test("starts over when the server says so, and keeps showing the old until the new is there", async () => {
    const { world, store, server, session, state, inbox, expectFresh } = await givenSession();
    let isBlank = false;
    session.subscribe(() => {
      if (state().phase !== "ready" || inbox().lists.unresolved === null) isBlank = true;
    });

    server.cutOff();
    store.mayForget("epoch-2");
    store.customerWrites("b");
    server.connect();
    world.wake("online");
    await world.advance(3_000);

    expect(server.requests.filter((name) => name === "inbox")).toHaveLength(1);
    expect(inbox().position?.epoch).toBe("epoch-2");
    expect(isBlank).toBe(false);
    expect(state().connection.kind).toBe("open");
    expectFresh();
  });

  test("starts over when a frame tells of another history", async () => {
    const { world, store, server, inbox, expectFresh } = await givenSession();

    store.mayForget("epoch-2");
    store.customerWrites("b");
    await world.advance(3_000);

    expect(inbox().position?.epoch).toBe("epoch-2");
    expect(server.requests.filter((name) => name === "inbox")).toHaveLength(1);
    expectFresh();
  });

  test("loading afresh twice at once connects once, with the newer of the two", async () => {
    const { world, server, session, expectFresh } = await givenSession();

    session.reload();
    session.reload();
    await world.advance(3_000);

    expect(server.requests.filter((name) => name === "inbox")).toHaveLength(2);
    expect(server.requests.filter((name) => name === "page unresolved")).toHaveLength(1);
    expect(server.requests.filter((name) => name === "hello")).toHaveLength(1);
    expectFresh();
  });

  test("a thread taken away is gone, and comes back when it is given back", async () => {
    const { world, store, state, inbox, expectFresh } = await givenSession();

    store.takeAway("a");
    await world.advance(1_000);
    expect(state().threadLoads.get("a")).toEqual({ kind: "gone" });
    expect(inbox().threads.has("a")).toBe(false);
    expect(inbox().unread.has("a")).toBe(false);

    store.giveBack("a");
    await world.advance(1_000);
    expect(state().threadLoads.get("a")).toEqual({ kind: "idle" });
    expectFresh();
  });

  test("a thread one may not see is gone, and is not asked for again and again", async () => {
    const { world, store, server, session, state } = await givenSession();

    session.openThread("nowhere");
    for (let index = 0; index < 5; index += 1) {
      store.customerWrites("b");
      await world.advance(1_000);
    }

    expect(state().threadLoads.get("nowhere")).toEqual({ kind: "gone" });
    expect(server.requests).toEqual(["thread"]);
  });

  test("reading tells the farthest place once, and clears the dot", async () => {
    const { world, server, session, inbox, expectFresh } = await givenSession();

    for (let seq = 60; seq <= 70; seq += 1) session.read("a", seq);
    await world.advance(2_000);
    expect(server.requests).toEqual(["read", "read"]);
    expect(inbox().unread.get("a")).toBe(1);

    session.read("a", 65);
    session.read("a", 71);
    await world.advance(2_000);
    expect(server.requests).toEqual(["read", "read", "read"]);
    expect(inbox().unread.has("a")).toBe(false);
    session.read("a", 72);
    await world.advance(1_000);
    expect(server.requests).toHaveLength(3);
    expectFresh();
  });

  test("stays where sockets are blocked, by asking", async () => {
    const { world, store, server, state, expectFresh } = await givenSession();
    server.blockSockets();
    await world.advance(20_000);
    expect(state().connection.kind).toBe("polling");

    store.customerWrites("b");
    store.customerWrites("a");
    await world.advance(2_000);

    expect(state().connection.kind).toBe("polling");
    expectFresh();
  });

  test("a failure that passes is shown and tried again; one that stays is not", async () => {
    const { world, server, open } = await givenSession();
    server.failing("inbox", { kind: "unreached" });
    const session = open();
    session.start();
    await world.advance(1_000);
    expect(session.getSnapshot()).toMatchObject({
      phase: "failed",
      failure: { kind: "unreached" },
    });

    server.failing("inbox", null);
    await world.advance(30_000);
    expect(session.getSnapshot()).toMatchObject({ phase: "ready", failure: null });

    server.failing("page all", refusal(403, "not_permitted"));
    server.requests.length = 0;
    session.showList("all");
    await world.advance(60_000);
    expect(session.getSnapshot().listLoads.all).toMatchObject({ kind: "failed" });
    expect(server.requests).toEqual(["page all"]);
  });

  test("signed out, it stops for good and keeps what is unsent", async () => {
    const { world, server, session, state, shared } = await givenSession();
    server.failing("post", refusal(401, "signed_out"));

    say(session, "a");
    await world.advance(600_000);

    expect(state().connection).toEqual({ kind: "closed", reason: "signed_out" });
    expect(state().outbox.paused).toBe(true);
    expect(shared.items()).toHaveLength(1);
  });
});

/** Requests that run side by side come in any order; what counts is which were made, and how often. */
function byOrder(made: readonly string[]) {
  return (one: string, other: string) => made.indexOf(one) - made.indexOf(other);
}
