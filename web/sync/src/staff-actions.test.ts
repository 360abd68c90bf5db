import { describe, expect, test } from "vitest";
import { refusal } from "../testkit/fake-post.ts";
import { createFakeStaffServer } from "../testkit/fake-staff-server.ts";
import { COLLEAGUE, createFakeStore } from "../testkit/fake-store.ts";
import { shownBy, shownFresh } from "../testkit/fresh.ts";
import { createSharedStorage } from "../testkit/memory-storage.ts";
import { ME } from "../testkit/samples.ts";
import { createWorld } from "../testkit/world.ts";
import { createStaffSession } from "./staff-session.ts";

/** Three unread conversations, one of them open. */
async function given() {
  const world = createWorld();
  const store = createFakeStore();
  for (const id of ["a", "b", "c"]) store.customerWrites(id);
  const server = createFakeStaffServer(world, store);
  const session = createStaffSession({
    api: server.api,
    storage: createSharedStorage().tab(),
    drafts: createSharedStorage().tab(),
    me: ME.id,
    environment: world,
  });
  session.start();
  session.showList("unresolved");
  session.openThread("a");
  await world.advance(1_000);
  server.requests.length = 0;
  const state = session.getSnapshot;
  const known = (id: string) => state().inbox.conversations.get(id);
  const expectFresh = () =>
    expect(shownBy(state().inbox)).toEqual(shownFresh(store, state().inbox));
  /** Lets the answer come. */
  async function after<T>(outcome: Promise<T>): Promise<T> {
    await world.advance(1_000);
    return outcome;
  }
  return {
    world,
    store,
    server,
    session,
    actions: session.actions,
    state,
    known,
    after,
    expectFresh,
  };
}

describe("what is done", () => {
  test("shows at once, and then as the server says", async () => {
    const { actions, known, state, after, expectFresh } = await given();

    const outcome = actions.resolve("a");
    expect(known("a")).toMatchObject({ status: "resolved", unread: 0, version: 1 });
    expect(state().inbox.lists.unresolved?.rows.map(({ id }) => id)).not.toContain("a");

    expect(await after(outcome)).toEqual({ kind: "done" });
    expect(known("a")).toMatchObject({ status: "resolved", version: 2 });
    expect(state().inbox.threads.get("a")?.messages.at(-1)?.event).toEqual({ type: "resolved" });
    expectFresh();
  });

  test.each([
    ["reopened", "status", "reopen"],
    ["unblocked", "unblock", "unblock"],
  ] as const)("%s is one request", async (_, request, action) => {
    const { actions, server, after, expectFresh } = await given();

    expect(await after(actions[action]("b"))).toEqual({ kind: "done" });

    expect(server.requests).toEqual([request]);
    expectFresh();
  });

  test("to block leaves nothing unread", async () => {
    const { actions, known, state, after, expectFresh } = await given();

    const outcome = actions.block("b", false);
    expect(known("b")).toMatchObject({ blocked: true, status: "resolved", unread: 0 });
    expect(state().inbox.unread.has("b")).toBe(false);

    await after(outcome);
    expectFresh();
  });

  test("and refused goes back to what it was", async () => {
    const { actions, server, known, after, expectFresh } = await given();
    server.failing("status", refusal(403, "not_permitted"));

    const outcome = actions.resolve("a");
    expect(known("a")?.status).toBe("resolved");

    expect(await after(outcome)).toMatchObject({ kind: "refused", code: "not_permitted" });
    expect(known("a")).toMatchObject({ status: "unresolved", unread: 1 });
    expectFresh();
  });

  test("and refused does not take back what happened meanwhile", async () => {
    const { actions, store, server, known, after, expectFresh } = await given();
    server.failing("status", refusal(403, "not_permitted"));

    const outcome = actions.resolve("a");
    store.customerWrites("a");

    await after(outcome);
    expect(known("a")).toMatchObject({ status: "unresolved", unread: 2, version: 2 });
    expectFresh();
  });

  test("quickly after one another ends with the last of them", async () => {
    const { actions, store, known, after, expectFresh } = await given();

    const outcomes = [["x"], ["x", "y"], ["y"]].map((labels) => actions.label("a", labels));
    expect(known("a")?.labels).toEqual(["y"]);

    await after(Promise.all(outcomes));
    expect(store.thread("a").conversation.labels).toEqual(["y"]);
    expectFresh();
  });

  test("quickly after one another and refused goes back to the beginning", async () => {
    const { actions, server, known, after, expectFresh } = await given();
    server.failing("labels", refusal(422, "labels_too_many"));

    await after(Promise.all([actions.label("a", ["x"]), actions.label("a", ["x", "y"])]));

    expect(known("a")?.labels).toEqual([]);
    expectFresh();
  });

  test("without a connection is not done, and nothing is kept for later", async () => {
    const { world, actions, server, known, after, expectFresh } = await given();
    server.cutOff();
    await world.advance(3_000);
    server.requests.length = 0;

    const asked = () => server.requests.filter((name) => !["changes", "hello"].includes(name));
    expect(await after(actions.resolve("a"))).toEqual({ kind: "unreached" });
    expect(await after(actions.assign("b", ME))).toEqual({ kind: "unreached" });
    expect(known("a")?.status).toBe("unresolved");
    expect(asked()).toEqual([]);

    server.connect();
    world.wake("online");
    await world.advance(5_000);
    expect(asked()).toEqual([]);
    expectFresh();
  });

  test("while signed out ends the session", async () => {
    const { actions, server, state, after } = await given();
    server.failing("unread", refusal(401, "signed_out"));

    await after(actions.markUnread("a"));

    expect(state().connection).toEqual({ kind: "closed", reason: "signed_out" });
  });
});

describe("a conversation marked unread", () => {
  test("is read again when it is opened again", async () => {
    const { world, session, actions, server, known, after, expectFresh } = await given();
    session.read("a", 1);
    await world.advance(1_000);
    expect(known("a")?.unread).toBe(0);

    await after(actions.markUnread("a"));
    expect(known("a")?.unread).toBe(1);
    session.read("a", 1);
    await world.advance(1_000);

    expect(server.requests).toEqual(["read", "unread", "read"]);
    expectFresh();
  });
});

describe("an assignment", () => {
  test("to oneself keeps it in sight", async () => {
    const { actions, known, after, expectFresh } = await given();

    expect(await after(actions.assign("a", ME))).toEqual({ kind: "done" });

    expect(known("a")?.assignee).toEqual(ME);
    expectFresh();
  });

  test("to somebody else takes it away at once, and says to whom", async () => {
    const { actions, server, state, after } = await given();
    server.mute(true);

    expect(await after(actions.assign("a", COLLEAGUE))).toEqual({ kind: "done" });

    const { inbox, threadLoads, departures } = state();
    expect(inbox.conversations.has("a") || inbox.threads.has("a")).toBe(false);
    expect(threadLoads.get("a")).toEqual({ kind: "gone" });
    expect(departures.get("a")).toEqual(COLLEAGUE);
  });

  test("that came too late says who was quicker", async () => {
    const { store, server, actions, state, after } = await given();
    server.mute(true);
    store.pass("a", COLLEAGUE);

    expect(await after(actions.assign("a", ME))).toEqual({ kind: "taken", by: COLLEAGUE });

    expect(state().departures.get("a")).toEqual(COLLEAGUE);
  });

  test("to a former holder is forgotten once the conversation is back", async () => {
    const { world, store, actions, state, known, after, expectFresh } = await given();
    await after(actions.assign("a", COLLEAGUE));

    store.pass("a", null);
    await world.advance(1_000);

    expect(known("a")?.assignee).toBeNull();
    expect(state().departures.has("a")).toBe(false);
    expectFresh();
  });
});

test("people and labels come as they are", async () => {
  const { actions, after } = await given();

  expect(await after(actions.colleagues())).toMatchObject({
    kind: "done",
    value: [{ id: ME.id, open: 2 }, { id: COLLEAGUE.id }],
  });
  expect(await after(actions.labels())).toEqual({ kind: "done", value: ["Delivery", "Returns"] });
});

describe("with many at once", () => {
  test("all that was done shows as the server says, even before it is heard", async () => {
    const { actions, server, known, after } = await given();
    server.mute(true);

    const result = await after(actions.bulk(["a", "b", "elsewhere"], { type: "resolve" }));

    expect(result).toMatchObject({ gone: [], refused: [{ conversation: "elsewhere" }] });
    expect([known("a")?.status, known("b")?.status, known("c")?.status]).toEqual([
      "resolved",
      "resolved",
      "unresolved",
    ]);
  });

  test("what was handed over is out of sight", async () => {
    const { actions, known, after, expectFresh } = await given();

    await after(actions.bulk(["a", "b"], { type: "assign", to: COLLEAGUE.id }));

    expect([known("a"), known("b"), known("c")?.id]).toEqual([undefined, undefined, "c"]);
    expectFresh();
  });

  test("without a connection nothing is asked for", async () => {
    const { world, actions, server, after } = await given();
    server.cutOff();
    await world.advance(3_000);
    server.requests.length = 0;

    const result = await after(actions.bulk(["a"], { type: "resolve" }));

    expect(result).toMatchObject({ done: [], failure: { kind: "unreached" } });
    expect(server.requests).not.toContain("bulk");
  });
});
