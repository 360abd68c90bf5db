import { bubbles } from "@shopbell/sync/bubbles";
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aMessage, anEntry, maya } from "../../testkit/given.ts";
import { render } from "../../testkit/render.ts";
import { type Row, rowsOf } from "./rows.ts";
import { useRising } from "./use-rising.ts";

type Messages = readonly ReturnType<typeof aMessage>[];

const three = [aMessage(1), aMessage(2), aMessage(3)];
const four = [...three, aMessage(4)];

function rows(messages: Messages, ...entries: ReturnType<typeof anEntry>[]): readonly Row[] {
  return rowsOf(bubbles(messages, entries), maya, null, true);
}

interface Props {
  readonly rows: readonly Row[];
  readonly lastSeq: number;
  readonly atEnd: boolean;
}

function Log({ rows, lastSeq, atEnd }: Props) {
  return useRising(rows, lastSeq, atEnd) ?? "nothing";
}

/** A thread of three messages whose end is on screen, and what rises in it then. */
function opened(first: Messages = three) {
  const log = (list: readonly Row[], atEnd: boolean) => (
    <Log rows={list} lastSeq={Math.max(3, list.at(-1)?.seq ?? 0)} atEnd={atEnd} />
  );
  const { container, rerender } = render(log(rows(first), true));
  return (list: readonly Row[], atEnd = true) => {
    rerender(log(list, atEnd));
    return container.textContent;
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test("what comes in while the end is on screen rises, once", () => {
  const risen = opened();

  // It is drawn below the end at first, and the thread follows.
  expect(risen(rows(four), false)).toBe("message-4");
  expect(risen(rows(four))).toBe("message-4");
  act(() => vi.advanceTimersByTime(1_000));
  expect(risen(rows(four))).toBe("nothing");
});

test("what was there when the thread opened does not rise, whenever it is loaded", () => {
  const risen = opened([]);

  expect(risen(rows(three.slice(0, 2)))).toBe("nothing");
  expect(risen(rows(three))).toBe("nothing");
  expect(risen(rows(four))).toBe("message-4");
});

test("earlier messages do not rise", () => {
  const risen = opened(three.slice(1));

  expect(risen(rows(three))).toBe("nothing");
});

test("what comes in while something earlier is read does not rise, also not when it is scrolled to", () => {
  const risen = opened();

  expect(risen(rows(three), false)).toBe("nothing");
  expect(risen(rows(four), false)).toBe("nothing");
  expect(risen(rows(four))).toBe("nothing");
});

test("what is sent from here rises at once, and not again when the server has it", () => {
  const risen = opened();
  const entry = anEntry();

  expect(risen(rows(three, entry))).toBe(entry.id);
  act(() => vi.advanceTimersByTime(1_000));
  expect(risen(rows([...three, aMessage(4, { id: entry.id })]))).toBe("nothing");
});

test("the message before a discarded one does not rise", () => {
  const risen = opened();
  risen(rows(three, anEntry()));
  act(() => vi.advanceTimersByTime(1_000));

  expect(risen(rows(three))).toBe("nothing");
});
