import {
  isCount,
  isListOf,
  isNullable,
  isObject,
  isOneOf,
  isText,
  isTruth,
} from "@shopbell/protocol/guard";
import type { Draft, DraftText } from "@shopbell/protocol/staff";

/** A draft as this device has it. */
export interface Writing extends DraftText {
  readonly conversation: string;
  /** When it was last typed on, by this device's clock. */
  readonly at: number;
  /** The server's moment of the version it had last; null: none so far. */
  readonly savedAt: string | null;
  /** Whether that version is this one. */
  readonly isSaved: boolean;
  /** Its conversation may not be seen any more. */
  readonly isStranded: boolean;
  /** Why it was not sent when its writer said so: a colleague had answered meanwhile, whom it names may not read it, a file or
   * a card did not go with it, or its conversation is closed. */
  readonly held: "moved" | "mention" | "file" | "card" | "closed" | null;
}

const isWriting = isObject<Writing>({
  conversation: isText,
  kind: isOneOf("staff", "note"),
  text: isText,
  after: isNullable(isCount),
  mentions: isListOf(isText),
  at: isCount,
  savedAt: isNullable(isText),
  isSaved: isTruth,
  isStranded: isTruth,
  held: isNullable(isOneOf("moved", "mention", "file", "card", "closed")),
});

/** What was kept, if it is a draft: the storage is shared with other versions of this code. */
export function readWriting(value: string): Writing | undefined {
  try {
    const data: unknown = JSON.parse(value);
    return isWriting(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

export function writingOf(draft: Draft, at: number): Writing {
  const { conversation, kind, text, after, mentions, changedAt, stranded } = draft;
  return {
    conversation,
    kind,
    text,
    after,
    mentions,
    at: Math.max(0, Math.round(at)),
    savedAt: changedAt,
    isSaved: true,
    isStranded: stranded,
    held: null,
  };
}

export function sameWords(one: DraftText, other: DraftText): boolean {
  return (
    one.kind === other.kind &&
    one.text === other.text &&
    one.mentions.join() === other.mentions.join()
  );
}
