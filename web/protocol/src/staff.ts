import type { Attachment } from "./attachment.ts";
import type { Card } from "./card.ts";
import type { CartChange, CartTotal } from "./cart.ts";

/** What the inbox and the server say to each other: docs/reference/protocol.md, 3. */

/** A place in the history of what a store's staff see. Two places compare only within one epoch. */
export interface Position {
  readonly epoch: string;
  readonly feedSeq: number;
}

/** A staff member as others see them. */
export interface StaffName {
  readonly id: string;
  readonly name: string;
}

export interface Customer {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly language: string | null;
  readonly timeZone: string | null;
}

export type ConversationStatus = "unresolved" | "resolved";

export type StaffMessageKind = "customer" | "staff" | "note" | "automation" | "event";

export interface Preview {
  readonly kind: StaffMessageKind;
  readonly author: StaffName | null;
  /** Who wrote it, when it came from another address than the customer's; or what the store's system is called that said it. */
  readonly sender?: string;
  readonly text: string;
  /** How many of each came with it; words for them are the client's. */
  readonly attachments: { readonly images: number; readonly videos: number };
}

export interface ConversationSummary {
  readonly id: string;
  /** Grows with every change of the summary; an older one than the one known is dropped. */
  readonly version: number;
  readonly customer: Customer;
  readonly status: ConversationStatus;
  readonly assignee: StaffName | null;
  readonly blocked: boolean;
  readonly labels: readonly string[];
  readonly lastSeq: number;
  readonly lastPublicSeq: number;
  readonly delivered: number;
  readonly seen: number;
  /** Left for the customer by e-mail up to here. */
  readonly emailed: number;
  readonly preview: Preview | null;
  /** A mail with answers came back or never left, and nothing since has reached the customer. */
  readonly unreached?: "bounced" | "failed";
  /** Only while there is something in the customer's cart. */
  readonly cart?: CartTotal;
  readonly lastActivityAt: string;
  readonly createdAt: string;
  /** The customer's messages this staff member has not opened; the blue dot is `unread > 0`. */
  readonly unread: number;
  /** A note names this staff member that they have not opened. */
  readonly mentioned: boolean;
  /** Closed: the thread goes on in another conversation of the customer. */
  readonly continued?: boolean;
  /** Others go on in this one. */
  readonly continues?: boolean;
}

export interface StaffMessage {
  readonly id: string;
  readonly conversation: string;
  readonly seq: number;
  readonly publicSeq: number | null;
  readonly kind: StaffMessageKind;
  readonly author: StaffName | null;
  /** What the store's own system is called that said it. */
  readonly system?: string;
  readonly text: string;
  readonly event: ThreadEvent | null;
  /** The members a note names; missing in what an older server sent. */
  readonly mentions?: readonly string[];
  readonly attachments: readonly Attachment[];
  /** What it brings of the shop, for `readCards`, and orders that it names, for `readOrders`: both are read where they are drawn. */
  readonly cards?: unknown;
  readonly orders?: unknown;
  /** How it came, when it came by e-mail. */
  readonly email?: MessageEmail;
  readonly sentAt: string;
}

/** How a message came that came by e-mail. */
export interface MessageEmail {
  readonly from: string;
  readonly fromName: string | null;
  readonly subject: string;
  /** From the address the thread is with; others gain nothing by writing into it. */
  readonly known: boolean;
  /** Files that were not taken, each with the code an upload of it would be refused with. */
  readonly refused: readonly RefusedFile[];
  /** The mail has more than the message shows: what it quotes, a signature. */
  readonly folded: boolean;
  /** Not even the original is whole: it was too long, or had too many parts. */
  readonly cutOff?: boolean;
  /** It says that it answers a mail that went to somebody else. Only there when it does, and never which. */
  readonly answersAnother?: boolean;
}

export interface RefusedFile {
  readonly name: string;
  readonly code: string;
}

/** `type` stays open: a newer server may tell of something this client has no words for yet. */
export interface ThreadEvent {
  readonly type: string;
  readonly to?: StaffName | null;
  readonly from?: StaffName | null;
  readonly firstPublicSeq?: number;
  readonly lastPublicSeq?: number;
  readonly address?: string;
  readonly reason?: string;
  readonly subject?: string;
  readonly text?: string;
  /** The name of the store's own system that did it. */
  readonly system?: string;
  /** The message whose file was described. */
  readonly seq?: number;
  readonly attachment?: string;
  readonly alt?: string | null;
  /** What is otherwise in the cart: the first few changes, how many more there are, and how many pieces are in it now. */
  readonly changes?: readonly CartChange[];
  readonly more?: number;
  readonly quantity?: number;
}

/** A stretch of a thread, oldest first. */
export interface StaffThread {
  readonly conversation: ConversationSummary;
  readonly messages: readonly StaffMessage[];
}

export interface StaffPosted {
  /** Null: hidden from its writer since they said it. */
  readonly conversation: ConversationSummary | null;
  readonly message: StaffMessage;
}

export interface ReadAnswer {
  readonly conversation: ConversationSummary;
}

/** Null: no longer to be seen by who asked. */
export interface AssigneeAnswer {
  readonly conversation: ConversationSummary | null;
}

/** Somebody a conversation can be assigned to. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  /** How many unresolved conversations are theirs; null for whom it is not to know. */
  readonly open: number | null;
}

export interface ColleaguesAnswer {
  readonly colleagues: readonly Colleague[];
}

export interface LabelsAnswer {
  readonly labels: readonly string[];
}

/**
 * Whether answers follow a customer by e-mail, whether what customers answer by e-mail comes in, and how many mails should have left by
 * now, the first written at `since`; `reason` says why where somebody has to see to it: `quota` or `sender`.
 */
export interface EmailStanding {
  readonly canSend: boolean;
  readonly hearsAnswers: boolean;
  readonly waiting: number;
  readonly since: string | null;
  readonly reason: string | null;
}

export interface TodayAnswer {
  /** How many people the reader has answered since midnight where the store is. */
  readonly answered: number;
}

export interface UnreadCount {
  readonly conversation: string;
  readonly messages: number;
}

export interface InboxSnapshot {
  readonly position: Position;
  readonly unread: readonly UnreadCount[];
  /** The conversations in each view; null where there are 1,000 or more, which are shown as "999+". */
  readonly views: { readonly [V in NamedView]: readonly string[] | null };
  readonly latest: readonly ConversationSummary[];
  readonly online: readonly string[];
  /** The reader's own, newest first. */
  readonly drafts: readonly Draft[];
}

/** What its reader typed into a conversation and has not sent. */
export interface Draft extends DraftText {
  readonly conversation: string;
  readonly changedAt: string;
  /** The conversation may not be seen any more: the words are all there is. */
  readonly stranded: boolean;
}

export interface DraftText {
  readonly kind: "staff" | "note";
  readonly text: string;
  /** The last message known when it was begun; null when that is not known. */
  readonly after: number | null;
  /** Whom a note names. */
  readonly mentions: readonly string[];
}

export interface DraftAnswer {
  readonly draft: Draft | null;
}

/** The views whose conversations the snapshot names. */
export type NamedView = "unresolved" | "resolved" | "mine" | "unassigned" | "blocked";

export type View = "all" | "unread" | NamedView;

/** What can be done with many conversations at once; `to` is a staff id, or null for nobody. */
export type BulkAction =
  | { readonly type: "resolve" | "read" | "unread" }
  /** `undo`: it was resolved by mistake, and what was unread then is unread again. */
  | { readonly type: "reopen"; readonly undo?: boolean }
  | { readonly type: "assign"; readonly to: string | null }
  | { readonly type: "label" | "unlabel"; readonly label: string };

export interface BulkRequest {
  /** At most 100. */
  readonly conversations: readonly string[];
  readonly action: BulkAction;
}

export interface BulkAnswer {
  readonly done: readonly ConversationSummary[];
  /** Done, and with that no longer to be seen by who did it. */
  readonly gone: readonly string[];
  readonly refused: readonly { readonly conversation: string; readonly code: string }[];
}

/** All that an Inbox administrator may know of a conversation that is assigned to somebody else. */
export interface AssignedElsewhere {
  readonly id: string;
  readonly customer: { readonly name: string | null; readonly email: string | null };
  readonly assignee: StaffName;
  readonly status: ConversationStatus;
  readonly lastActivityAt: string;
}

export interface AssignedPage {
  readonly conversations: readonly AssignedElsewhere[];
  readonly next: string | null;
}

export interface AccessSettings {
  readonly administratorsReadAssigned: boolean;
}

export interface ConversationPage {
  readonly position: Position;
  readonly conversations: readonly ConversationSummary[];
  /** The cursor of the page after this one; null on the last. */
  readonly next: string | null;
}

/** A piece of a text; `hit` when it is what was looked for. */
export interface SnippetPart {
  readonly text: string;
  readonly hit: boolean;
}

/** A message in which something was found, and the part of it that shows it. */
export interface FoundMessage {
  readonly seq: number;
  readonly kind: StaffMessageKind;
  readonly author: StaffName | null;
  /** What the store's own system is called that said it. */
  readonly system: string | null;
  readonly sentAt: string;
  readonly parts: readonly SnippetPart[];
}

/** Without a message it is the number of an order that was found, or else the customer's name or e-mail address. */
export interface Hit {
  readonly conversation: ConversationSummary;
  readonly message: FoundMessage | null;
  readonly order: string | null;
}

/** May hold fewer hits than there is room for, or none, and yet have a next one. */
export interface HitPage {
  readonly position: Position;
  readonly hits: readonly Hit[];
  readonly next: string | null;
}

export interface StaffDraft {
  readonly kind: "staff" | "note";
  readonly text: string;
  /** The last message known when it was begun; refused `thread_moved` when a colleague answered after that. */
  readonly after?: number;
  readonly mentions?: readonly string[];
  /** Ids of what was uploaded for it, in order; with some the text may be empty. */
  readonly attachments?: readonly string[];
  /** As they are shown until the server has them; it is told their drafts. */
  readonly cards?: readonly Card[];
  /** When the server kept the version of it that this device knew: what was typed elsewhere since is another draft. */
  readonly draft?: string;
}

export interface Me {
  readonly staff: { readonly id: string; readonly name: string; readonly email: string };
  readonly stores: readonly Membership[];
}

export interface Membership {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly permissions: readonly string[];
}

export interface Store {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly origins: readonly string[];
  readonly timeZone: string;
  readonly snippet: string;
}

export interface SetupRequest {
  readonly code: string;
  readonly publicUrl: string;
  readonly owner: { readonly name: string; readonly email: string; readonly password: string };
  readonly store: { readonly name: string; readonly origin: string; readonly timeZone: string };
}

export interface SetupAnswer {
  readonly me: Me;
  readonly store: Store;
}
