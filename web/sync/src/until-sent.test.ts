import { expect, test } from "vitest";
import { refusal } from "../testkit/fake-post.ts";
import { createFakeStaffServer } from "../testkit/fake-staff-server.ts";
import { createFakeStore } from "../testkit/fake-store.ts";
import { createSharedStorage } from "../testkit/memory-storage.ts";
import { ME } from "../testkit/samples.ts";
import { createWorld } from "../testkit/world.ts";
import { createStaffSession } from "./staff-session.ts";
import { untilSent } from "./until-sent.ts";

/** An answer that has just been sent, and what is known of it so far. */
async function given(before: (server: ReturnType<typeof createFakeStaffServer>) => void) {
  const world = createWorld();
  const store = createFakeStore();
  store.customerWrites("a");
  const server = createFakeStaffServer(world, store);
  const session = createStaffSession({
    api: server.api,
    storage: createSharedStorage().tab(),
    drafts: createSharedStorage().tab(),
    me: ME.id,
    environment: world,
  });
  session.start();
  session.openThread("a");
  await world.advance(1_000);
  before(server);
  session.write("a", { kind: "staff", text: "Yes, we do.", mentions: [] });
  const id = session.send("a") ?? "held";
  const known: (number | null)[] = [];
  void untilSent(session, "a", id).then((seq) => known.push(seq));
  return { world, server, known };
}

test("it tells the place of what the server has taken", async () => {
  const { world, known } = await given(() => {});
  expect(known).toEqual([]);

  await world.advance(1_000);
  expect(known).toEqual([2]);
});

test("it tells of what the server refuses, and of what comes back as a draft", async () => {
  for (const code of ["text_invalid", "thread_moved"]) {
    const { world, known } = await given((server) => server.failing("post", refusal(422, code)));
    await world.advance(1_000);
    expect(known).toEqual([null]);
  }
});

test("without a connection it waits", async () => {
  const { world, server, known } = await given((it) => it.cutOff());
  await world.advance(20_000);
  expect(known).toEqual([]);

  server.connect();
  await world.advance(60_000);
  expect(known).toEqual([2]);
});
