import { expect, test } from "vitest";
import { refusal } from "../testkit/fake-post.ts";
import { createWorld } from "../testkit/world.ts";
import { emptyInbox } from "./inbox.ts";
import { createNaps } from "./naps.ts";
import { createSearching } from "./searching.ts";

/** A server that has had enough for two requests. */
function given() {
  const world = createWorld();
  const position = { epoch: "one", feedSeq: 1 };
  let asked = 0;
  const search = createSearching({
    api: {
      async search() {
        asked += 1;
        if (asked <= 2) return refusal(429, "too_many_requests", 2);
        return { kind: "done", value: { position, hits: [], next: null } };
      },
    },
    naps: createNaps(world),
    inbox: () => emptyInbox,
    take: () => {},
    isStopped: () => false,
    signedOut: () => {},
  });
  const control = new AbortController();
  const answer = search({ query: "cup", view: "all" }, null, control.signal);
  return { world, answer, control, asked: () => asked };
}

test("who searches too much waits as long as the server says, and has an answer then", async () => {
  const { world, answer, asked } = given();
  await world.advance(1_900);
  expect(asked()).toBe(1);

  await world.advance(2_200);
  expect(await answer).toMatchObject({ kind: "done" });
  expect(asked()).toBe(3);
});

test("nobody waits for what is not sought any more", async () => {
  const { world, answer, control, asked } = given();
  await world.advance(1_000);
  control.abort();
  await world.advance(10_000);

  expect(await answer).toMatchObject({ status: 429 });
  expect(asked()).toBe(1);
});
