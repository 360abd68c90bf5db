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
  readonly drafts: Pick<Drafts, "get" | "write" | "hold" | "sent">;
  readonly environment: Environment;
  readonly me: string;
  inbox(): Inbox;
  entries(): readonly Entry<StaffDraft>[];
}

/** Where drafts become messages, and messages that the server holds become drafts again. */
export interface Desk {
  write(conversation: string, typed: Omit<DraftText, "after">): void;
  /** Null: there is nothing to send, or it is held to be looked at. */
  send(conversation: string): string | null;
  takesBack(entry: Entry<StaffDraft>, code: string): boolean;
}

/** Refusals that the writer can do something about. */
const TAKEN_BACK: ReadonlyMap<string, NonNullable<Writing["held"]>> = new Map([
  ["thread_moved", "moved"],
  ["mention_not_possible", "mention"],
]);

export function createDesk(options: DeskOptions): Desk {
  const { outbox, drafts, environment } = options;

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
        ({ conversation, body, failed, at }) =>
          conversation === entry.conversation &&
          body.kind === entry.body.kind &&
          failed === null &&
          at > entry.at,
      );
  }

  return {
    write(conversation, typed) {
      drafts.write(conversation, { ...typed, after: lastKnown(conversation) });
    },
    send(conversation) {
      const draft = drafts.get(conversation);
      const text = draft?.text.trim() ?? "";
      if (!draft || text === "") return null;
      if (isToBeLookedAt(draft)) {
        drafts.hold(conversation, "moved", draft);
        return null;
      }
      const { kind, mentions } = draft;
      const known = lastKnown(conversation);
      const after = draft.held === "moved" ? known : (draft.after ?? known);
      const id = environment.newId();
      outbox.add(id, conversation, {
        kind,
        text,
        ...(kind === "staff" && after !== null && { after }),
        ...(kind === "note" && mentions.length > 0 && { mentions }),
      });
      drafts.sent(conversation);
      return id;
    },
    takesBack(entry, code) {
      const why = TAKEN_BACK.get(code);
      if (!why) return false;
      const { conversation, body } = entry;
      const others = why === "moved" ? behind(entry) : [];
      for (const { id } of others) outbox.discard(id);
      const begun = drafts.get(conversation);
      const words = [body.text, ...others.map((other) => other.body.text), begun?.text ?? ""];
      drafts.hold(conversation, why, {
        kind: body.kind,
        text: words.filter((text) => text !== "").join("\n\n"),
        after: body.after ?? null,
        mentions: [...new Set([...(body.mentions ?? []), ...(begun?.mentions ?? [])])],
      });
      return true;
    },
  };
}
