import type { ShopperMessage } from "@shopbell/protocol/shopper";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holds } from "../testkit/property.ts";
import { aShopperMessage } from "../testkit/samples.ts";
import { randomOf } from "../testkit/world.ts";
import {
  emptyThread,
  hasEarlier,
  hear,
  missing,
  publicSeqOf as place,
  type Thread,
  takeRange,
} from "./thread.ts";

type Messages = readonly ShopperMessage[];

const upTo = (count: number): Messages =>
  Array.from({ length: count }, (_, index) => aShopperMessage(index + 1));

function heardInTurn(messages: Messages, thread = emptyThread<ShopperMessage>()) {
  return messages.reduce((held, message) => hear(place, held, message).thread, thread);
}

function shuffled<T>(values: readonly T[], seed: number): readonly T[] {
  const random = randomOf(seed);
  return values
    .map((value) => ({ value, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ value }) => value);
}

function withoutGaps(thread: Thread<ShopperMessage>, all: Messages): Thread<ShopperMessage> {
  const gap = missing(place, thread, all.length);
  if (!gap) return thread;
  const range = all.slice(gap.after, gap.after + gap.count);
  return withoutGaps(takeRange(place, thread, range), all);
}

describe("hearing", () => {
  test("the next message is added", () => {
    const heard = hear(place, heardInTurn(upTo(2)), aShopperMessage(3));

    expect(heard.kind).toBe("added");
    expect(heard.thread.messages).toEqual(upTo(3));
  });

  test("a message heard before is known and changes nothing", () => {
    const thread = heardInTurn(upTo(3));

    expect(hear(place, thread, aShopperMessage(2))).toEqual({ kind: "known", thread });
  });

  test("a message after a hole is set aside, and says from where to fetch", () => {
    const heard = hear(place, heardInTurn(upTo(2)), aShopperMessage(5));

    expect(heard).toMatchObject({ kind: "gap", fetchAfter: 2 });
    expect(heard.thread.messages).toEqual(upTo(2));
    expect(missing(place, heard.thread, 5)).toEqual({ after: 2, count: 2 });
  });

  test("a message that is early twice is set aside once", () => {
    const early = heardInTurn([aShopperMessage(5), aShopperMessage(4), aShopperMessage(5)]);

    expect(early.aside).toEqual([aShopperMessage(4), aShopperMessage(5)]);
  });

  test("what was set aside joins when the missing range is there", () => {
    const early = heardInTurn([aShopperMessage(5), aShopperMessage(6)], heardInTurn(upTo(2)));

    const whole = takeRange(place, early, [aShopperMessage(3), aShopperMessage(4)]);

    expect(whole).toEqual({ messages: upTo(6), aside: [] });
  });

  test("hearing every message twice is the same as hearing it once", () => {
    holds(
      fc.property(fc.nat(30), (count) => {
        const twice = upTo(count).flatMap((message) => [message, message]);

        expect(heardInTurn(twice)).toEqual(heardInTurn(upTo(count)));
      }),
    );
  });
});

describe("ranges", () => {
  test("earlier messages go in front, and there are earlier ones until the first is here", () => {
    const newest = takeRange(place, emptyThread<ShopperMessage>(), upTo(10).slice(5));
    expect(hasEarlier(place, newest)).toBe(true);

    const whole = takeRange(place, newest, upTo(5));

    expect(whole.messages).toEqual(upTo(10));
    expect(hasEarlier(place, whole)).toBe(false);
  });

  test("earlier messages that would leave a hole are left out", () => {
    const newest = takeRange(place, emptyThread<ShopperMessage>(), upTo(10).slice(5));

    expect(takeRange(place, newest, upTo(3))).toEqual(newest);
  });

  test("a range that was on its way while the same messages were heard adds none twice", () => {
    const thread = heardInTurn(upTo(6));

    expect(takeRange(place, thread, upTo(8)).messages).toEqual(upTo(8));
  });

  test("duplicated, delayed and reordered messages and ranges converge to the fresh load", () => {
    const world = fc.record({
      count: fc.integer({ min: 1, max: 40 }),
      loaded: fc.nat(40),
      heard: fc.array(fc.nat(60), { maxLength: 80 }),
      ranges: fc.array(fc.record({ after: fc.nat(40), limit: fc.integer({ min: 1, max: 10 }) })),
      seed: fc.integer(),
    });
    holds(
      fc.property(world, ({ count, loaded, heard, ranges, seed }) => {
        const all = upTo(count);
        const first = all.slice(0, loaded).slice(-10);
        const deliveries: readonly Messages[] = [
          ...heard.flatMap((index) => all.slice(index, index + 1)).map((message) => [message]),
          ...ranges.map(({ after, limit }) => all.slice(after, after + limit)),
        ];

        const held = shuffled(deliveries, seed).reduce(
          (thread, range) =>
            range.length === 1 ? heardInTurn(range, thread) : takeRange(place, thread, range),
          takeRange(place, emptyThread<ShopperMessage>(), first),
        );
        const whole = withoutGaps(held, all);

        const oldest = whole.messages[0]?.publicSeq ?? 1;
        expect(whole).toEqual({ messages: all.slice(oldest - 1), aside: [] });
      }),
      500,
    );
  });
});
