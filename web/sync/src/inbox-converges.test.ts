import type { View } from "@shopbell/protocol/staff";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createFakeStore, type FakeStore } from "../testkit/fake-store.ts";
import { shownBy, shownFresh } from "../testkit/fresh.ts";
import { holds } from "../testkit/property.ts";
import { ME } from "../testkit/samples.ts";
import { randomOf } from "../testkit/world.ts";
import { type Inbox, isGone, takeChanges, takePage, takeSnapshot, takeThread } from "./inbox.ts";
import { missing, seqOf } from "./thread.ts";
import { VIEWS } from "./views.ts";

const CONVERSATIONS = ["a", "b", "c", "d", "e", "f", "g"] as const;
const OPEN = ["a", "b"] as const;

const KINDS = [
  ...(["writes", "writes", "answers", "resolve", "reopen", "block", "unblock"] as const),
  ...(["mine", "theirs", "nobodys", "take", "give", "read", "page", "thread"] as const),
] as const;

interface Action {
  readonly kind: (typeof KINDS)[number];
  readonly conversation: string;
  readonly view: View;
}

const action = fc.record<Action>({
  kind: fc.constantFrom(...KINDS),
  conversation: fc.constantFrom(...CONVERSATIONS),
  view: fc.constantFrom(...VIEWS),
});

type Delivery = (inbox: Inbox) => Inbox;

/** Does it at the server. Answers to what the client asks are made now and delivered whenever. */
function act(store: FakeStore, { kind, conversation, view }: Action): Delivery | null {
  switch (kind) {
    case "writes":
      store.customerWrites(conversation);
      return null;
    case "answers":
      store.colleagueAnswers(conversation);
      return null;
    case "resolve":
      store.resolve(conversation);
      return null;
    case "reopen":
      store.reopen(conversation);
      return null;
    case "block":
      store.block(conversation);
      return null;
    case "unblock":
      store.unblock(conversation);
      return null;
    case "mine":
      if (store.has(conversation)) store.assign(conversation, "me");
      return null;
    case "theirs":
      if (store.has(conversation)) store.assign(conversation, "colleague");
      return null;
    case "nobodys":
      if (store.has(conversation)) store.assign(conversation, "nobody");
      return null;
    case "take":
      store.takeAway(conversation);
      return null;
    case "give":
      store.giveBack(conversation);
      return null;
    case "read":
      if (store.has(conversation)) store.read(conversation, 3);
      return null;
    case "page": {
      const page = store.page(view, null, 3);
      return (inbox) => takePage(inbox, view, page);
    }
    case "thread": {
      const thread = store.has(conversation) ? store.thread(conversation) : null;
      return thread && ((inbox) => takeThread(inbox, thread));
    }
    default:
      return kind satisfies never;
  }
}

/** What a session does about its open threads once nothing more is on its way. */
function withoutGaps(inbox: Inbox, store: FakeStore): Inbox {
  let next = inbox;
  for (const id of inbox.threads.keys()) {
    const thread = next.threads.get(id);
    const gap = thread && missing(seqOf, thread, next.conversations.get(id)?.lastSeq ?? 0);
    if (!gap) continue;
    const range = store.messages(id, { after: gap.after, limit: gap.count });
    next = withoutGaps(takeThread(next, range), store);
  }
  return next;
}

function shuffled<T>(values: readonly T[], seed: number): readonly T[] {
  const random = randomOf(seed);
  const keyed = values.flatMap((value) => {
    const copies = 1 + Math.floor(random() * 2.5);
    return Array.from({ length: copies }, () => ({ value, at: random() }));
  });
  return keyed.sort((one, other) => one.at - other.at).map(({ value }) => value);
}

const story = fc.record({
  before: fc.array(action, { maxLength: 30 }),
  after: fc.array(action, { maxLength: 40 }),
  seed: fc.integer(),
});

test("duplicated, delayed and reordered frames and answers converge to the fresh load", () => {
  holds(
    fc.property(story, ({ before, after, seed }) => {
      const store = createFakeStore();
      for (const one of before) act(store, one);
      const start = takeSnapshot(store.snapshot(), ME.id);
      const deliveries: Delivery[] = VIEWS.map((view) => {
        const page = store.page(view, null, 3);
        return (inbox) => takePage(inbox, view, page);
      });
      for (const id of OPEN) {
        const thread = store.has(id) ? store.thread(id) : null;
        if (thread) deliveries.push((inbox) => takeThread(inbox, thread));
      }
      store.onChange((frame) => deliveries.push((inbox) => takeChanges(inbox, frame)));
      for (const one of after) {
        const delivery = act(store, one);
        if (delivery) deliveries.push(delivery);
      }

      const heard = shuffled(deliveries, seed).reduce((inbox, deliver) => deliver(inbox), start);
      const inbox = withoutGaps(heard, store);

      expect({ ...shownBy(inbox), position: null }).toEqual({
        ...shownFresh(store, inbox),
        position: null,
      });
      for (const id of CONVERSATIONS) expect(isGone(inbox, id) && store.has(id)).toBe(false);
    }),
    2000,
  );
});

test("what was missed while away comes back with one frame of changes, in any order with late ones", () => {
  holds(
    fc.property(story, ({ before, after, seed }) => {
      const store = createFakeStore();
      for (const one of before) act(store, one);
      let inbox = takeSnapshot(store.snapshot(), ME.id);
      for (const view of VIEWS) inbox = takePage(inbox, view, store.page(view, null, 3));
      for (const id of OPEN) if (store.has(id)) inbox = takeThread(inbox, store.thread(id));
      const position = inbox.position;
      const late: Delivery[] = [];
      const stop = store.onChange((frame) => late.push((held) => takeChanges(held, frame)));
      for (const one of after.slice(0, 5)) act(store, one);
      stop();
      for (const one of after.slice(5)) act(store, one);
      const missed = store.changes(position?.epoch ?? "", position?.feedSeq ?? 0);

      const deliveries: readonly Delivery[] = [
        (held) => (missed.type === "changes" ? takeChanges(held, missed) : held),
        ...late,
      ];
      const heard = shuffled(deliveries, seed).reduce((held, deliver) => deliver(held), inbox);
      const whole = withoutGaps(heard, store);

      expect(shownBy(whole)).toEqual(shownFresh(store, whole));
    }),
    1000,
  );
});
