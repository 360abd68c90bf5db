import { expect } from "vitest";
import { createStaffSession, type StaffSession } from "../src/staff-session.ts";
import { createFakeStaffServer } from "./fake-staff-server.ts";
import { createFakeStore } from "./fake-store.ts";
import { shownBy, shownFresh } from "./fresh.ts";
import { createSharedStorage } from "./memory-storage.ts";
import { ME } from "./samples.ts";
import { createWorld } from "./world.ts";

export const ANSWER = { kind: "staff", text: "Yes, we do.", mentions: [] } as const;

/** Types an answer and sends it at once. */
export function say(
  session: StaffSession,
  conversation: string,
  text: string = ANSWER.text,
): string {
  session.write(conversation, { ...ANSWER, text });
  return session.send(conversation) ?? "held";
}

/** A store with some conversations, and a session that shows one list and has one thread open. */
export async function givenSession() {
  const world = createWorld();
  const store = createFakeStore();
  for (const id of ["a", "b", "c", "d", "e"]) store.customerWrites(id);
  for (let index = 0; index < 70; index += 1) store.customerWrites("a");
  const server = createFakeStaffServer(world, store);
  const shared = createSharedStorage();
  const open = () =>
    createStaffSession({
      api: server.api,
      storage: shared.tab(),
      drafts: createSharedStorage().tab(),
      me: ME.id,
      environment: world,
    });
  const session = open();
  session.start();
  session.showList("unresolved");
  const release = session.openThread("a");
  await world.advance(1000);
  server.requests.length = 0;
  const state = session.getSnapshot;
  const inbox = () => state().inbox;
  const expectFresh = () => expect(shownBy(inbox())).toEqual(shownFresh(store, inbox()));
  return { world, store, server, shared, session, state, inbox, release, open, expectFresh };
}
