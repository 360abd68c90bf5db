import type { Attachment } from "@shopbell/protocol/attachment";
import { type Card, type NamedOrder, readCards, readOrders } from "@shopbell/protocol/card";
import type {
  MessageEmail,
  StaffDraft,
  StaffMessage,
  StaffName,
  ThreadEvent,
} from "@shopbell/protocol/staff";
import type { Bubble } from "@shopbell/sync/bubbles";
import type { MessageFile } from "../attachments/message-file.ts";
import { dayOf } from "../time/format.ts";
import { withCartsFolded } from "./fold-carts.ts";

/** Messages of one author stay together while no more than this lies between them. */
const TOGETHER_MS = 5 * 60_000;

/** One message as the thread draws it, with what stands above it. */
export interface Row {
  readonly key: string;
  readonly content: Content;
  readonly at: string;
  /** 0 while only this device has it, and of what was said in earlier conversations. */
  readonly seq: number;
  /** Where it was said, when that is an earlier conversation. */
  readonly past?: { readonly conversation: string; readonly seq: number };
  /** The first message of a day; its title goes above. */
  readonly startsDay: boolean;
  /** The first one not read when the thread was opened; a thin line goes above. */
  readonly startsUnread: boolean;
  /** The first and the last of messages by one author in quick succession. */
  readonly first: boolean;
  readonly last: boolean;
}

export type Content =
  | {
      readonly kind: "customer";
      readonly text: string;
      readonly files: readonly MessageFile[];
      readonly orders: readonly NamedOrder[];
      /** How it came, when it came by e-mail. */
      readonly email: MessageEmail | null;
      /** Whose address it came from, when that is another than the customer's. */
      readonly sender: string | null;
    }
  | {
      readonly kind: "staff";
      readonly text: string;
      readonly files: readonly MessageFile[];
      readonly cards: readonly Card[];
      readonly orders: readonly NamedOrder[];
      readonly author: string;
      readonly authorId: string;
      readonly sent: Sent;
    }
  | {
      readonly kind: "automation";
      readonly text: string;
      readonly cards: readonly Card[];
      readonly orders: readonly NamedOrder[];
      /** What the store's system is called that said it. */
      readonly system: string | null;
      readonly sent: Sent;
    }
  | {
      readonly kind: "note";
      readonly text: string;
      readonly files: readonly MessageFile[];
      readonly author: string;
      readonly authorId: string;
      /** Whether a system of the store's left it. */
      readonly automatic: boolean;
      /** Whether it names colleagues. */
      readonly names: boolean;
      readonly sent: Sent;
    }
  | { readonly kind: "event"; readonly event: ThreadEvent; readonly author: StaffName | null }
  | { readonly kind: "carts"; readonly events: readonly CartEvent[] }
  /** Here an earlier conversation begins. */
  | { readonly kind: "past"; readonly conversation: string }
  /** Here earlier ones end, and this one begins. */
  | { readonly kind: "present" }
  /** One that may not be read; whose it is, where that may be known. */
  | { readonly kind: "elsewhere"; readonly assignee: StaffName | null };

/** One of several events about the cart that are told in one line. */
export interface CartEvent {
  readonly key: string;
  readonly at: string;
  readonly event: ThreadEvent;
}

/** How far a message of ours has come: stored under a number the customer sees, or still on this device. */
export type Sent =
  | { readonly kind: "stored"; readonly publicSeq: number }
  | { readonly kind: "kept"; readonly id: string; readonly failed: string | null };

interface Me {
  readonly id: string;
  readonly name: string;
}

/** The whole thread, oldest first. `complete`: nothing lies before the first bubble. */
export function rowsOf(
  bubbles: readonly Bubble<StaffMessage, StaffDraft>[],
  me: Me,
  firstUnread: number | null,
  complete: boolean,
): readonly Row[] {
  const plain = withCartsFolded(
    bubbles.map((bubble) => plainRow(bubble, me)),
    (one, other) => dayOf(one.at) === dayOf(other.at),
  );
  return plain.map((row, index) => {
    const before = plain[index - 1];
    const after = plain[index + 1];
    const startsDay = before ? dayOf(before.at) !== dayOf(row.at) : complete;
    const startsUnread = row.seq > 0 && row.seq === firstUnread;
    return {
      ...row,
      startsDay,
      startsUnread,
      first: startsUnread || !before || !together(before, row),
      last: !after || after.seq === firstUnread || !together(row, after),
    };
  });
}

type PlainRow = Pick<Row, "key" | "content" | "at" | "seq">;

function plainRow(bubble: Bubble<StaffMessage, StaffDraft>, me: Me): PlainRow {
  switch (bubble.kind) {
    case "message": {
      const { message } = bubble;
      return {
        key: bubble.key,
        content: contentOf(message),
        at: message.sentAt,
        seq: message.seq,
      };
    }
    case "entry": {
      const { entry } = bubble;
      const sent = { kind: "kept", id: entry.id, failed: entry.failed } as const;
      const files = (entry.body.attachments ?? []).map((id) => ({ kind: "kept", id }) as const);
      const author = { text: entry.body.text, files, author: me.name, authorId: me.id };
      return {
        key: bubble.key,
        content:
          entry.body.kind === "note"
            ? {
                kind: "note",
                ...author,
                automatic: false,
                names: (entry.body.mentions?.length ?? 0) > 0,
                sent,
              }
            : { kind: "staff", ...author, cards: entry.body.cards ?? [], orders: [], sent },
        at: new Date(entry.at).toISOString(),
        seq: 0,
      };
    }
  }
}

function contentOf(message: StaffMessage): Content {
  const { text } = message;
  const files = message.attachments.map(storedFile);
  const author = message.author?.name ?? "";
  const authorId = message.author?.id ?? "";
  const sent = { kind: "stored", publicSeq: message.publicSeq ?? 0 } as const;
  switch (message.kind) {
    case "customer": {
      const email = message.email ?? null;
      const sender = email && !email.known ? email.from : null;
      return {
        kind: "customer",
        text,
        files,
        orders: readOrders(message.orders),
        email,
        sender,
      };
    }
    case "staff":
      return {
        kind: "staff",
        text,
        files,
        cards: readCards(message.cards),
        orders: readOrders(message.orders),
        author,
        authorId,
        sent,
      };
    case "automation":
      return {
        kind: "automation",
        text,
        cards: readCards(message.cards),
        orders: readOrders(message.orders),
        system: message.system ?? null,
        sent,
      };
    case "note":
      return {
        kind: "note",
        text,
        files,
        author: message.system ?? author,
        authorId,
        automatic: message.system !== undefined,
        names: (message.mentions?.length ?? 0) > 0,
        sent,
      };
    case "event":
      return {
        kind: "event",
        event: message.event ?? { type: "" },
        author: message.author,
      };
  }
}

function storedFile(attachment: Attachment): MessageFile {
  return { kind: "stored", attachment };
}

function together(one: PlainRow, next: PlainRow): boolean {
  return (
    voiceOf(one.content) === voiceOf(next.content) &&
    voiceOf(one.content) !== null &&
    dayOf(one.at) === dayOf(next.at) &&
    Date.parse(next.at) - Date.parse(one.at) <= TOGETHER_MS
  );
}

/** Who speaks, as far as grouping goes; events and notes stand alone. */
function voiceOf(content: Content): string | null {
  switch (content.kind) {
    case "customer":
      return content.sender ?? content.kind;
    case "automation":
      return `${content.kind} ${content.system}`;
    case "staff":
      return content.authorId;
    case "note":
    case "event":
    case "carts":
    case "past":
    case "present":
    case "elsewhere":
      return null;
  }
}

/** The number of the first message the reader has not opened: the customer's last `unread` ones are new. */
export function firstUnreadOf(messages: readonly StaffMessage[], unread: number): number | null {
  if (unread === 0) return null;
  const theirs = messages.filter((message) => message.kind === "customer");
  return (theirs.at(-unread) ?? theirs[0])?.seq ?? null;
}
