import fc from "fast-check";
import { expect, test } from "vitest";
import { createFakeStaffServer } from "../testkit/fake-staff-server.ts";
import { createFakeStore } from "../testkit/fake-store.ts";
import { shownBy, shownFresh } from "../testkit/fresh.ts";
import { createSharedStorage } from "../testkit/memory-storage.ts";
import { holdsAsync } from "../testkit/property.ts";
import { ME } from "../testkit/samples.ts";
import { createWorld } from "../testkit/world.ts";
import { createStaffSession, type StaffSession } from "./staff-session.ts";

const CONVERSATIONS = ["a", "b", "c", "d", "e"] as const;

type Step =
  | "writes"
  | "answers"
  | "resolve"
  | "reopen"
  | "block"
  | "unblock"
  | "mine"
  | "take"
  | "give"
  | "send"
  | "read"
  | "open"
  | "close"
  | "more"
  | "earlier"
  | "cut"
  | "connect"
  | "forget"
  | "load"
  | "pass";

const step = fc.record({
  kind: fc.constantFrom<Step>(
    ...(["writes", "writes", "answers", "resolve", "take", "give", "send", "send"] as const),
    ...(["reopen", "block", "unblock", "mine"] as const),
    ...(["read", "open", "close", "more", "earlier"] as const),
    ...(["cut", "connect", "forget", "load", "pass", "pass", "pass"] as const),
  ),
  conversation: fc.constantFrom(...CONVERSATIONS),
  milliseconds: fc.nat(4000),
});

const story = fc.record({ steps: fc.array(step, { maxLength: 60 }), seed: fc.integer() });

test("whatever happens to network, page and store, what is shown ends as the fresh load and every word is stored once or still with its writer", async () => {
  await holdsAsync(
    fc.asyncProperty(story, async ({ steps, seed }) => {
      const world = createWorld(seed);
      const store = createFakeStore();
      for (const id of CONVERSATIONS) store.customerWrites(id);
      const server = createFakeStaffServer(world, store);
      const shared = createSharedStorage(() => world.later(1));
      const kept = createSharedStorage(() => world.later(1));
      let words = 0;
      let releases: (() => void)[] = [];
      let epoch = 1;

      function page(): StaffSession {
        const next = createStaffSession({
          api: server.api,
          storage: shared.tab(),
          drafts: kept.tab(),
          me: ME.id,
          environment: world,
        });
        next.start();
        next.showList("all");
        next.showList("mine");
        next.showList("blocked");
        return next;
      }

      let session = page();
      for (const { kind, conversation, milliseconds } of steps) {
        switch (kind) {
          case "writes":
            store.customerWrites(conversation);
            break;
          case "answers":
            store.colleagueAnswers(conversation);
            break;
          case "resolve":
            store.resolve(conversation);
            break;
          case "reopen":
            store.reopen(conversation);
            break;
          case "block":
            store.block(conversation);
            break;
          case "unblock":
            store.unblock(conversation);
            break;
          case "mine":
            if (store.has(conversation)) store.assign(conversation, "me");
            break;
          case "take":
            store.takeAway(conversation);
            break;
          case "give":
            store.giveBack(conversation);
            break;
          case "send":
            words += 1;
            session.write(conversation, { kind: "staff", text: `Yes ${words}.`, mentions: [] });
            session.send(conversation);
            break;
          case "read":
            session.read(conversation, 1);
            break;
          case "open":
            releases.push(session.openThread(conversation));
            break;
          case "close":
            releases.pop()?.();
            break;
          case "more":
            session.loadMore("all");
            break;
          case "earlier":
            session.loadEarlier(conversation);
            break;
          case "cut":
            server.cutOff();
            break;
          case "connect":
            server.connect();
            break;
          case "forget":
            epoch += 1;
            store.mayForget(`epoch-${epoch}`);
            break;
          case "load":
            await world.advance(10);
            session.stop();
            releases = [];
            session = page();
            break;
          case "pass":
            await world.advance(milliseconds);
            break;
          default:
            kind satisfies never;
        }
      }
      for (const id of CONVERSATIONS) store.giveBack(id);
      server.connect();
      world.wake("online");
      await world.advance(200_000);

      const { inbox, outbox, drafts, phase, connection } = session.getSnapshot();
      expect({ phase, connection: connection.kind }).toEqual({
        phase: "ready",
        connection: "open",
      });
      expect(shownBy(whole(inbox))).toEqual(shownFresh(store, whole(inbox)));
      const refused = outbox.entries.filter(({ failed }) => failed !== null);
      expect(outbox.entries).toHaveLength(refused.length);
      const everything = [
        ...CONVERSATIONS.flatMap((id) => store.thread(id).messages).map(({ text }) => text),
        ...refused.map(({ body }) => body.text),
        ...[...drafts.values()].map(({ text }) => text),
      ].join(" ");
      for (let word = 1; word <= words; word += 1) {
        expect(everything.split(`Yes ${word}.`)).toHaveLength(2);
      }

      /** Threads that are not open may lag: they are filled when they are opened. */
      function whole(held: typeof inbox) {
        const open = [...held.threads].filter(([id]) => session.getSnapshot().threadLoads.has(id));
        return { ...held, threads: new Map(open) };
      }
    }),
    150,
  );
});
