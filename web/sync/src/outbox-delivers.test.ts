import { isText } from "@shopbell/protocol/guard";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createFakePost, type Trouble } from "../testkit/fake-post.ts";
import { createSharedStorage } from "../testkit/memory-storage.ts";
import { holdsAsync } from "../testkit/property.ts";
import { createWorld } from "../testkit/world.ts";
import { createOutbox, type Outbox } from "./outbox.ts";

type Step =
  | { readonly kind: "write"; readonly tab: number; readonly conversation: string }
  | { readonly kind: "load"; readonly tab: number }
  | { readonly kind: "wake"; readonly tab: number }
  | { readonly kind: "pass"; readonly milliseconds: number };

const TABS = 2;
const tab = fc.nat(TABS - 1);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("write" as const),
      tab,
      conversation: fc.constantFrom("c", "d"),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("load" as const), tab }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("wake" as const), tab }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("pass" as const), milliseconds: fc.nat(3000) }),
  },
);

const trouble = fc.constantFrom<Trouble>(
  "none",
  "none",
  "lost",
  "answer_lost",
  "unavailable",
  "busy",
);

const story = fc.record({
  steps: fc.array(step, { maxLength: 40 }),
  troubles: fc.array(trouble, { maxLength: 40 }),
  seed: fc.integer(),
});

interface Ending {
  readonly written: readonly { readonly id: string; readonly body: string }[];
  readonly stored: readonly { readonly id: string; readonly body: string }[];
  readonly left: number;
  readonly recognised: number;
}

/** Two tabs of one browser write, are reloaded at any moment, and send over a bad network until it is good again. */
async function played(
  steps: readonly Step[],
  troubles: readonly Trouble[],
  seed: number,
): Promise<Ending> {
  const world = createWorld(seed);
  const shared = createSharedStorage(() => world.later(world.random() * 20));
  const left = [...troubles];
  const server = createFakePost(world, () => left.shift() ?? "none");
  const written: { id: string; body: string }[] = [];

  function page(): Outbox<string> {
    const outbox = createOutbox<string>({
      storage: shared.tab(),
      isBody: isText,
      environment: world,
      post: (entry) => server.post(entry.id, entry.body),
      changed() {},
    });
    void outbox.start();
    return outbox;
  }

  const pages = Array.from({ length: TABS }, page);
  for (const [index, one] of steps.entries()) {
    if (one.kind === "pass") await world.advance(one.milliseconds);
    else if (one.kind === "wake") pages[one.tab]?.wake();
    else if (one.kind === "load") {
      // A message whose writing was not kept yet is lost with its page; the writer sees that, and it is no promise.
      await world.advance(50);
      pages[one.tab]?.stop();
      pages[one.tab] = page();
    } else {
      const entry = { id: `message-${index}`, body: `${one.conversation} ${one.tab} ${index}` };
      written.push(entry);
      pages[one.tab]?.add(entry.id, one.conversation, entry.body);
    }
  }
  await world.advance(600_000);
  return {
    written,
    stored: server.stored,
    left: shared.items().length,
    recognised: server.recognised(),
  };
}

const byId = (one: { readonly id: string }, other: { readonly id: string }) =>
  one.id < other.id ? -1 : 1;

test("every message is stored exactly once, whatever is lost and whenever a page is loaded", async () => {
  let recognised = 0;
  await holdsAsync(
    fc.asyncProperty(story, async ({ steps, troubles, seed }) => {
      const ending = await played(steps, troubles, seed);

      expect(ending.stored.toSorted(byId)).toEqual(ending.written.toSorted(byId));
      expect(ending.left).toBe(0);
      recognised += ending.recognised;
    }),
    300,
  );
  // The property would hold just as well if nothing had ever been sent twice.
  expect(recognised).toBeGreaterThan(100);
});

test("what one tab wrote in one conversation is stored in the order it was written", async () => {
  await holdsAsync(
    fc.asyncProperty(story, async ({ steps, troubles, seed }) => {
      const { written, stored } = await played(steps, troubles, seed);

      for (const conversation of ["c 0", "c 1", "d 0", "d 1"]) {
        const ofTab = ({ body }: { readonly body: string }) => body.startsWith(conversation);
        expect(stored.filter(ofTab)).toEqual(written.filter(ofTab));
      }
    }),
    300,
  );
});
