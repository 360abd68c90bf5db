import type { History } from "@shopbell/protocol/history";
import { expect, test } from "vitest";
import { aConversation, aMessage, jonas, maya, minute } from "../../testkit/given.ts";
import type { Row } from "../thread/rows.ts";
import { pastRows } from "./past-rows.ts";

const page = (id: string, seqs: readonly number[]): History => ({
  conversation: aConversation({ id, continued: true, lastActivityAt: minute(9) }),
  elsewhere: null,
  messages: seqs.map((seq) => aMessage(seq, { id: `${id}${seq}` })),
  next: "more",
});

const HIDDEN: History = {
  conversation: null,
  elsewhere: {
    id: "h",
    customer: { name: "Anna", email: null },
    assignee: jonas,
    status: "resolved",
    lastActivityAt: minute(3),
  },
  messages: [],
  next: "more",
};

const NONE: History = { conversation: null, elsewhere: null, messages: [], next: null };

const shape = (rows: readonly Row[]) =>
  rows.map(({ content, key }) => ("text" in content ? content.text : `${content.kind} ${key}`));

test("pages that came newest first stand in the order they were said in, each conversation below its title", () => {
  const rows = pastRows(
    [page("b", [3, 4]), page("b", [1, 2]), HIDDEN, page("a", [5])],
    false,
    maya,
  );

  expect(shape(rows)).toEqual([
    "Message 5",
    "elsewhere past h",
    "past past b",
    "Message 1",
    "Message 2",
    "Message 3",
    "Message 4",
    "present past present",
  ]);
  expect(rows.map(({ past }) => past && `${past.conversation}${past.seq}`)).toEqual([
    "a5",
    undefined,
    undefined,
    "b1",
    "b2",
    "b3",
    "b4",
    undefined,
  ]);
  // Nothing of it is counted, read or announced.
  expect(rows.every(({ seq, startsUnread }) => seq === 0 && !startsUnread)).toBe(true);
});

test("the day goes over the first message only when it is the first one", () => {
  const days = (isOver: boolean) =>
    pastRows([page("a", [1])], isOver, maya).map(({ startsDay }) => startsDay);

  expect(days(false)).toEqual([false, false]);
  expect(days(true)).toEqual([false, true, false]);
});

test("rows only ever come above those that are there, so that what is read stays where it is", () => {
  const [newest, older, oldest] = [page("b", [3, 4]), page("b", [1, 2]), page("a", [5])];
  const keys = (pages: readonly History[], isOver = false) =>
    pastRows(pages, isOver, maya).map(({ key }) => key);

  const steps = [
    keys([newest]),
    keys([newest, older]),
    keys([newest, older, oldest]),
    keys([newest, older, oldest], true),
  ];
  for (const [index, before] of steps.slice(0, -1).entries()) {
    expect(steps[index + 1]?.slice(-before.length)).toEqual(before);
  }
  expect(steps.at(-1)?.[0]).toBe("past a");
});

test("below one that may not be read nothing needs to be set off", () => {
  expect(shape(pastRows([HIDDEN], true, maya))).toEqual(["elsewhere past h"]);
});

test("where nothing may be told but that there was one, that is what is told", () => {
  expect(pastRows([], false, maya)).toEqual([]);
  const [only, ...others] = pastRows([NONE], true, maya);
  expect(only?.content).toEqual({ kind: "elsewhere", assignee: null });
  expect(others).toEqual([]);
});
