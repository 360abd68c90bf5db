import type { QuickReply } from "@shopbell/protocol/quick-replies";
import { expect, test } from "vitest";
import { beginning } from "./beginning.ts";
import { isStillIn } from "./inserted.ts";
import { matching } from "./matching.ts";

const reply = (shortcut: string, change: Partial<QuickReply> = {}): QuickReply => ({
  id: shortcut,
  title: shortcut,
  shortcut,
  text: "",
  picture: null,
  uses: 0,
  ownUses: 0,
  changedAt: "",
  ...change,
});

test("a / at the start of a word begins one, anywhere else it does not", () => {
  expect(beginning("/wh", 3)).toEqual({ start: 0, end: 3, word: "wh" });
  expect(beginning("Hello /größe", 12)).toEqual({ start: 6, end: 12, word: "größe" });
  expect(beginning("Hello\n/", 7)).toEqual({ start: 6, end: 7, word: "" });
  for (const text of ["24/7", "https://a", "and/or", "/wh ", "//"]) {
    expect(beginning(text, text.length)).toBeNull();
  }
});

test("the shortcut counts before the title, and that before the text", () => {
  const all = [
    reply("a", { text: "Say where it is" }),
    reply("b", { title: "Know where" }),
    reply("where"),
    reply("c"),
  ];
  expect(matching(all, "WHE").map(({ id }) => id)).toEqual(["where", "b", "a"]);
});

test("accents do not matter", () => {
  expect(matching([reply("größe")], "gross")).toHaveLength(0);
  expect(matching([reply("größe")], "gro")).toHaveLength(1);
  expect(matching([reply("a", { title: "Élan vital" })], "elan")).toHaveLength(1);
});

test("among equals first what I use, then what all do, then the store's order", () => {
  const all = [
    reply("a"),
    reply("b"),
    reply("c", { uses: 9 }),
    reply("d", { uses: 3, ownUses: 2 }),
  ];
  expect(matching(all, "").map(({ id }) => id)).toEqual(["d", "c", "a", "b"]);
});

test("a reply that was edited counts while most of it is still there", () => {
  const text = "You have thirty days to send it back";
  expect(isStillIn(`Hi! ${text}, as you like`, text)).toBe(true);
  expect(isStillIn("You have sixty days to bring it back", text)).toBe(true);
  expect(isStillIn("Something else", text)).toBe(false);
  expect(isStillIn("", text)).toBe(false);
});
