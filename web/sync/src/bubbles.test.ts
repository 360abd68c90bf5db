import { expect, test } from "vitest";
import { aShopperMessage } from "../testkit/samples.ts";
import { bubbles } from "./bubbles.ts";
import type { Entry } from "./entry.ts";

const entry = (id: string, at: number): Entry<string> => ({
  id,
  conversation: "conversation-1",
  body: "Hello",
  at,
  failed: null,
});

const keys = (shown: readonly { readonly key: string }[]) => shown.map(({ key }) => key);

test("what is on its way stands below what has arrived", () => {
  const shown = bubbles([aShopperMessage(1, { id: "a" })], [entry("b", 1), entry("c", 2)]);

  expect(keys(shown)).toEqual(["a", "b", "c"]);
  expect(shown.map(({ kind }) => kind)).toEqual(["message", "entry", "entry"]);
});

test("a bubble keeps its key and its place when its message is heard before its answer", () => {
  const before = bubbles([aShopperMessage(1, { id: "a" })], [entry("b", 1)]);
  const messages = [aShopperMessage(1, { id: "a" }), aShopperMessage(2, { id: "b" })];

  const heard = bubbles(messages, [entry("b", 1)]);
  const answered = bubbles(messages, []);

  expect(keys(heard)).toEqual(keys(before));
  expect(heard).toEqual(answered);
});
