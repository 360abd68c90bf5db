import type { ShopperMessage } from "@shopbell/protocol/shopper";
import { expect, test } from "vitest";
import { withWords } from "./described.ts";

const message = (publicSeq: number, ...files: readonly string[]): ShopperMessage => ({
  id: `${publicSeq}`,
  publicSeq,
  kind: "staff",
  author: { name: "Maya" },
  text: "",
  attachments: files.map((id) => ({
    id,
    kind: "image",
    name: `${id}.png`,
    mediaType: "image/png",
    size: 1,
    width: 1,
    height: 1,
    duration: null,
    placeholder: null,
    alt: null,
    thumbnail: false,
    poster: false,
    animated: false,
  })),
  sentAt: "2026-03-03T12:00:00Z",
});

const alts = (messages: readonly ShopperMessage[]) =>
  messages.map(({ attachments }) => attachments.map(({ alt }) => alt));

test("one file of one message has other words, and what is not about it stays the same object", () => {
  const before = { messages: [message(1, "a"), message(2, "a", "b")], aside: [message(4, "c")] };

  const after = withWords(before, {
    type: "described",
    publicSeq: 2,
    attachment: "b",
    alt: "A mug",
  });

  expect(alts(after.messages)).toEqual([[null], [null, "A mug"]]);
  expect(after.messages[0]).toBe(before.messages[0]);
  expect(after.aside[0]).toBe(before.aside[0]);
});

test("it is described wherever it waits, and the words are taken away", () => {
  const told = (alt: string | null) =>
    ({ type: "described", publicSeq: 4, attachment: "c", alt }) as const;
  const described = withWords({ messages: [], aside: [message(4, "c")] }, told("A cup"));

  expect(alts(described.aside)).toEqual([["A cup"]]);
  expect(alts(withWords(described, told(null)).aside)).toEqual([[null]]);
});
