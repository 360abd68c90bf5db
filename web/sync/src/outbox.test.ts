import { isText } from "@shopbell/protocol/guard";
import { describe, expect, test } from "vitest";
import { refusal } from "../testkit/fake-post.ts";
import { createSharedStorage } from "../testkit/memory-storage.ts";
import { createWorld } from "../testkit/world.ts";
import type { Outcome } from "./http.ts";
import { createOutbox, NOTHING_TO_SEND, type OutboxState } from "./outbox.ts";

const STORED: Outcome<null> = { kind: "done", value: null };

/** An outbox whose server answers in this order, and stores after that. */
function given(...answers: readonly Outcome<null>[]) {
  return givenSlow(0, ...answers);
}

/** The same with a storage that takes this long for everything. */
function givenSlow(delay: number, ...answers: readonly Outcome<null>[]) {
  const world = createWorld();
  const shared = createSharedStorage(() => (delay > 0 ? world.later(delay) : Promise.resolve()));
  const left = [...answers];
  const sent: { readonly id: string; readonly body: string; readonly at: number }[] = [];
  const begun = world.now();

  function tab(hold?: Promise<Outcome<null>>) {
    let state: OutboxState<string> = NOTHING_TO_SEND;
    const outbox = createOutbox<string>({
      storage: shared.tab(),
      isBody: isText,
      environment: world,
      async post(entry) {
        sent.push({ id: entry.id, body: entry.body, at: world.now() - begun });
        return hold ?? left.shift() ?? STORED;
      },
      changed(next) {
        state = next;
      },
    });
    return { outbox, state: () => state };
  }

  return { world, shared, sent, tab, ...tab() };
}

const ids = (state: OutboxState<string>) => state.entries.map(({ id }) => id);

describe("an outbox", () => {
  test("keeps an entry before it sends it, and lets go of it when the server has it", async () => {
    const { world, shared, outbox, state, sent } = given();

    outbox.add("a", "c", "Hello");
    expect(ids(state())).toEqual(["a"]);
    expect(sent).toEqual([]);
    await world.settle();

    expect(sent).toMatchObject([{ id: "a", body: "Hello" }]);
    expect(state().entries).toEqual([]);
    expect(shared.items()).toEqual([]);
  });

  test("sends nothing that is not kept yet, even behind one that is being sent", async () => {
    const { world, outbox, sent } = givenSlow(100);
    outbox.add("a", "c", "First");
    await world.advance(150);
    outbox.add("b", "c", "Second");
    await world.advance(1_000);

    expect(sent).toMatchObject([
      { id: "a", at: 100 },
      { id: "b", at: 250 },
    ]);
  });

  test("repeats with the same id until there is an answer, waiting longer each time", async () => {
    const lost: Outcome<null> = { kind: "unreached" };
    const { world, outbox, state, sent } = given(lost, refusal(500, "internal"), lost);

    outbox.add("a", "c", "Hello");
    await world.advance(60_000);

    expect(sent.map(({ id }) => id)).toEqual(["a", "a", "a", "a"]);
    expect(sent[1]?.at).toBeLessThanOrEqual(500);
    expect(state().entries).toEqual([]);
  });

  test("sends in order, one at a time in one conversation, and side by side in two", async () => {
    const { world, outbox, sent } = given({ kind: "unreached" });

    outbox.add("a", "c", "First");
    outbox.add("b", "c", "Second");
    outbox.add("x", "d", "Elsewhere");
    await world.settle();
    expect(sent.map(({ id }) => id)).toEqual(["a", "x"]);

    await world.advance(60_000);
    expect(sent.map(({ id }) => id)).toEqual(["a", "x", "a", "b"]);
  });

  test("waits as long as the server asks, even when it is woken", async () => {
    const { world, outbox, sent } = given(refusal(429, "too_many_requests", 7));

    outbox.add("a", "c", "Hello");
    await world.advance(3_000);
    outbox.wake();
    await world.advance(3_999);
    expect(sent).toHaveLength(1);

    await world.advance(1);
    expect(sent).toHaveLength(2);
  });

  test("tries at once when it is woken", async () => {
    const lost: Outcome<null> = { kind: "unreached" };
    const { world, outbox, sent } = given(...Array.from({ length: 8 }, () => lost));
    outbox.add("a", "c", "Hello");
    await world.settle();
    const before = sent.length;

    for (let woken = 1; woken <= 5; woken += 1) {
      outbox.wake();
      await world.settle();
      expect(sent).toHaveLength(before + woken);
    }
  });

  test("keeps what was refused with its code, lets the next one go, and never repeats it by itself", async () => {
    const { world, shared, outbox, state, sent } = given(refusal(422, "text_too_long"));

    outbox.add("a", "c", "Long");
    outbox.add("b", "c", "Short");
    await world.advance(600_000);
    outbox.wake();
    await world.settle();

    expect(sent.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(state().entries).toMatchObject([{ id: "a", failed: "text_too_long" }]);
    expect(shared.items()).toHaveLength(1);
  });

  test("sends a refused entry again under the same id when its writer says so, mended if they mended it", async () => {
    const { world, outbox, state, sent } = given(refusal(422, "text_too_long"));
    outbox.add("a", "c", "Long");
    await world.settle();

    outbox.retry("a", "Short");
    await world.settle();

    expect(sent).toMatchObject([
      { id: "a", body: "Long" },
      { id: "a", body: "Short" },
    ]);
    expect(state().entries).toEqual([]);
  });

  test("forgets a refused entry when its writer discards it", async () => {
    const { world, shared, outbox, state } = given(refusal(403, "chat_off"));
    outbox.add("a", "c", "Hello");
    await world.settle();

    outbox.discard("a");
    await world.settle();

    expect(state().entries).toEqual([]);
    expect(shared.items()).toEqual([]);
  });

  test("pauses when the sender is signed out, keeps everything, and goes on when told", async () => {
    const { world, shared, outbox, state, sent } = given(refusal(401, "signed_out"));
    outbox.add("a", "c", "First");
    outbox.add("b", "c", "Second");
    await world.advance(600_000);
    expect(sent).toHaveLength(1);
    expect(state().paused).toBe(true);
    expect(shared.items()).toHaveLength(2);

    outbox.resume();
    await world.settle();

    expect(sent.map(({ id }) => id)).toEqual(["a", "a", "b"]);
    expect(state()).toMatchObject({ entries: [], paused: false });
  });

  test("a page that comes after another sends what that one left", async () => {
    const first = given({ kind: "unreached" });
    first.outbox.add("a", "c", "Hello");
    await first.world.settle();
    first.outbox.stop();

    const second = first.tab();
    await second.outbox.start();
    await first.world.settle();

    expect(first.sent.map(({ id }) => id)).toEqual(["a", "a"]);
    expect(first.shared.items()).toEqual([]);
  });

  test("what was discarded does not come back from a reading of the storage begun before", async () => {
    const { world, shared, outbox, state } = givenSlow(100, refusal(403, "chat_off"));
    void outbox.start();
    outbox.add("a", "c", "Hello");
    await world.advance(1_000);
    expect(state().entries).toMatchObject([{ failed: "chat_off" }]);

    void shared.tab().remove("nothing");
    await world.advance(210);
    outbox.discard("a");
    await world.advance(1_000);

    expect(state().entries).toEqual([]);
    expect(shared.items()).toEqual([]);
  });

  test("leaves alone what other code keeps in the same storage", async () => {
    const { world, shared, outbox, state } = given();
    await shared.tab().set("settings", "{not an entry");

    await outbox.start();
    await world.settle();

    expect(state().entries).toEqual([]);
    expect(shared.items()).toHaveLength(1);
  });

  test("a storage that takes nothing in does not keep a message from being sent", async () => {
    const { world, shared, outbox, state, sent } = given({ kind: "unreached" });
    shared.refuse();
    await outbox.start();

    outbox.add("a", "c", "Hello");
    await shared.tab().remove("nothing");
    await world.advance(60_000);

    expect(sent.map(({ id }) => id)).toEqual(["a", "a"]);
    expect(state().entries).toEqual([]);
  });

  test("what is heard before its answer is let go of, and a late refusal does not bring it back", async () => {
    const { world, shared, tab } = given();
    let answer = (_: Outcome<null>) => {};
    const { outbox, state } = tab(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    outbox.add("a", "c", "Hello");
    await world.settle();

    outbox.delivered("a");
    answer(refusal(403, "chat_off"));
    await world.settle();

    expect(state().entries).toEqual([]);
    expect(shared.items()).toEqual([]);
  });

  test("what one tab writes the other shows, and what one has sent leaves both", async () => {
    const first = given({ kind: "unreached" }, { kind: "unreached" });
    const second = first.tab();
    await first.outbox.start();
    await second.outbox.start();

    first.outbox.add("a", "c", "Hello");
    await first.world.settle();
    expect(ids(second.state())).toEqual(["a"]);
    await first.world.advance(60_000);

    expect(first.state().entries).toEqual([]);
    expect(second.state().entries).toEqual([]);
    expect(first.shared.items()).toEqual([]);
  });
});
