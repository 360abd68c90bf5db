import type { Attachment } from "@shopbell/protocol/attachment";
import type { StaffMessage, ThreadEvent } from "@shopbell/protocol/staff";
import { expect, test } from "vitest";
import { withDescriptions } from "./descriptions.ts";

const file = (id: string, alt: string | null): Attachment => ({
  id,
  kind: "image",
  name: `${id}.png`,
  mediaType: "image/png",
  size: 1,
  width: 1,
  height: 1,
  duration: null,
  placeholder: null,
  alt,
  thumbnail: false,
  poster: false,
  animated: false,
});

function message(
  seq: number,
  attachments: readonly Attachment[],
  event: ThreadEvent | null = null,
): StaffMessage {
  return {
    id: `${seq}`,
    conversation: "c",
    seq,
    publicSeq: null,
    kind: event ? "event" : "staff",
    author: null,
    text: "",
    event,
    attachments,
    sentAt: "2026-03-03T12:00:00Z",
  };
}

const told = (seq: number, attachment: string, alt: string | null) =>
  message(seq, [], { type: "described", seq: 1, attachment, alt });

const altsOf = (messages: readonly StaffMessage[]) =>
  messages.flatMap(({ attachments }) => attachments.map(({ alt }) => alt));

test("a file is described as the last line about it says, wherever that line waits", () => {
  const carrier = message(1, [file("a", null), file("b", "A bowl")]);
  const { messages, aside } = withDescriptions({
    messages: [carrier, told(2, "a", "A mug"), told(3, "a", "A blue mug")],
    aside: [told(5, "b", null)],
  });

  expect(altsOf(messages)).toEqual(["A blue mug", null]);
  expect(aside).toHaveLength(1);
});

test("what nobody has described since stays the same object", () => {
  const carrier = message(1, [file("a", "A mug")]);
  const { messages } = withDescriptions({ messages: [carrier, told(2, "a", "A mug")], aside: [] });
  expect(messages[0]).toBe(carrier);
});
