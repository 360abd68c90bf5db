import type { Card } from "@shopbell/protocol/card";
import type { DraftText, StaffDraft } from "@shopbell/protocol/staff";
import type { Drafts } from "./drafts.ts";
import type { Entry } from "./entry.ts";
import type { Environment } from "./environment.ts";
import type { Inbox } from "./inbox.ts";
import type { Outbox } from "./outbox.ts";
import { answeredSince, lastPlace, seqOf } from "./thread.ts";
import type { Writing } from "./writing.ts";

interface DeskOptions {
  readonly outbox: Pick<Outbox<StaffDraft>, "add" | "discard">;
  readonly drafts: Pick<Drafts, "get" | "write" | "hold" | "sent" | "strand">;
  readonly cards: ChosenCards;
  readonly environment: Environment;
  readonly me: string;
  /** What this device still has of these files goes to the server once more. */
  again(files: readonly string[]): void;
  inbox(): Inbox;
  entries(): readonly Entry<StaffDraft>[];
}

/** What of the shop goes with the next answer of a conversation. */
interface ChosenCards {
  get(conversation: string): readonly Card[];
  set(conversation: string, cards: readonly Card[]): void;
}

/** What goes with a message, and what that message is where nothing is written. */
export interface Files {
  readonly ids: readonly string[];
  readonly kind: StaffDraft["kind"];
}

/** Where drafts become messages, and messages that the server does not take become drafts again. */
export interface Desk {
  write(conversation: string, typed: Omit<DraftText, "after">): void;
  /** Null: there is nothing to send, or it is held to be looked at. */
  send(conversation: string, files?: Files): string | null;
  takesBack(entry: Entry<StaffDraft>, code: string): boolean;
  /** What is sent when its writer says so once more, knowing why it was refused. */
  mended(entry: Entry<StaffDraft>): StaffDraft;
}

/** Refusals that the writer can do something about. */
const TAKEN_BACK: ReadonlyMap<string, NonNullable<Writing["held"]>> = new Map([
  ["thread_moved", "moved"],
  ["mention_not_possible", "mention"],
  ["attachment_not_found", "file"],
  ["too_many_files", "file"],
  ["file_too_large", "file"],
  ["file_type_not_accepted", "file"],
  ["file_damaged", "file"],
  ["file_name_invalid", "file"],
  ["image_too_large", "file"],
  ["video_too_long", "file"],
  ["video_length_unknown", "file"],
  ["product_not_found", "card"],
  ["code_invalid", "card"],
  ["too_many_cards", "card"],
  ["conversation_continued", "closed"],
]);

export function createDesk(options: DeskOptions): Desk {
  const { outbox, drafts, cards, environment } = options;

  /** The last message of a thread that this client holds, or else knows of. */
  function lastKnown(conversation: string): number | null {
    const thread = options.inbox().threads.get(conversation);
    if (thread) return lastPlace(seqOf, thread);
    return options.inbox().conversations.get(conversation)?.lastSeq ?? null;
  }

  function isToBeLookedAt({ conversation, kind, after, held }: Writing): boolean {
    const thread = options.inbox().threads.get(conversation);
    const answer = answeredSince(thread, after, options.me);
    return kind === "staff" && held !== "moved" && answer !== undefined;
  }

  /** Those written behind it would be refused for the same reason. */
  function behind(entry: Entry<StaffDraft>): readonly Entry<StaffDraft>[] {
    return options
      .entries()
      .filter(
        ({ conversation, failed, at }) =>
          conversation === entry.conversation && failed === null && at > entry.at,
      );
  }

  /** Makes one draft of what was sent and what was begun since. */
  function hold(
    entries: readonly [Entry<StaffDraft>, ...(readonly Entry<StaffDraft>[])],
    kind: StaffDraft["kind"],
    why: Writing["held"],
  ): void {
    const [{ conversation, body }, ...others] = entries;
    for (const { id } of others) outbox.discard(id, true);
    const begun = drafts.get(conversation);
    const words = [...entries.map((each) => each.body.text), begun?.text ?? ""];
    const named = [
      ...entries.flatMap((each) => each.body.mentions ?? []),
      ...(begun?.mentions ?? []),
    ];
    const chosen = [
      ...entries.flatMap((each) => each.body.cards ?? []),
      ...cards.get(conversation),
    ];
    cards.set(conversation, withoutDoubles(chosen));
    drafts.hold(conversation, why, {
      kind,
      text: words.filter((text) => text !== "").join("\n\n"),
      after: body.after ?? null,
      mentions: [...new Set(named)],
    });
  }

  /** Its conversation may not be seen any more: the words stay their writer's, who sends them nowhere. */
  function strand(entry: Entry<StaffDraft>): void {
    const all = [entry, ...behind(entry)] as const;
    const begun = drafts.get(entry.conversation);
    const kinds = [...all.map(({ body }) => body.kind), ...(begun?.text ? [begun.kind] : [])];
    // Should the conversation come back, words for colleagues are not to be part of an answer.
    hold(all, kinds.includes("note") ? "note" : "staff", null);
    drafts.strand(entry.conversation, true);
  }

  return {
    write(conversation, typed) {
      drafts.write(conversation, { ...typed, after: lastKnown(conversation) });
    },
    send(conversation, files) {
      const draft = drafts.get(conversation);
      const text = draft?.text.trim() ?? "";
      const attachments = files?.ids ?? [];
      const kind = draft?.kind ?? files?.kind ?? "staff";
      // A note brings none; they wait for the next answer.
      const sent = kind === "staff" ? cards.get(conversation) : [];
      if (text === "" && attachments.length === 0 && sent.length === 0) return null;
      if (draft && isToBeLookedAt(draft)) {
        drafts.hold(conversation, "moved", draft);
        return null;
      }
      const mentions = draft?.mentions ?? [];
      const known = lastKnown(conversation);
      const after = draft?.held === "moved" ? known : (draft?.after ?? known);
      const id = environment.newId();
      outbox.add(id, conversation, {
        kind,
        text,
        ...(kind === "staff" && after !== null && { after }),
        ...(kind === "note" && mentions.length > 0 && { mentions }),
        ...(draft?.savedAt && { draft: draft.savedAt }),
        ...(attachments.length > 0 && { attachments }),
        ...(sent.length > 0 && { cards: sent }),
      });
      if (sent.length > 0) cards.set(conversation, []);
      drafts.sent(conversation);
      return id;
    },
    takesBack(entry, code) {
      if (code === "not_found") {
        strand(entry);
        return true;
      }
      // Swept away after a day, perhaps.
      if (code === "attachment_not_found") options.again(entry.body.attachments ?? []);
      const why = TAKEN_BACK.get(code);
      const { kind } = entry.body;
      const begun = drafts.get(entry.conversation);
      // Words for colleagues never become part of an answer: then it stays in the thread, not sent.
      if (!why || (begun?.text && begun.kind !== kind)) return false;
      const others = why === "moved" ? behind(entry) : [];
      hold([entry, ...others.filter(({ body }) => body.kind === kind)], kind, why);
      return true;
    },
    mended({ body, failed }) {
      const { after, mentions, ...rest } = body;
      // Its writer has seen the answer, or knows whom it cannot tell.
      if (failed === "thread_moved") return { ...rest, ...(mentions && { mentions }) };
      if (failed === "mention_not_possible") return { ...rest, ...(after && { after }) };
      return body;
    },
  };
}

/** The same product or code once, where it was first. */
export function withoutDoubles(cards: readonly Card[]): readonly Card[] {
  const keys = cards.map(keyOf);
  return cards.filter((card, at) => keys.indexOf(keyOf(card)) === at);
}

export function keyOf(card: Card): string {
  return card.kind === "product" ? `product ${card.productId}` : `discount ${card.code}`;
}
