import type { Attachment } from "./attachment.ts";

/** What the widget and the server say to each other: docs/reference/protocol.md, 2. */

/** The thread as its customer knows it: how far it goes, and how far each side has come. Every number is a `publicSeq`. */
export interface ShopperConversation {
  readonly id: string;
  readonly lastPublicSeq: number;
  readonly delivered: number;
  readonly seen: number;
  /** Up to here some staff member has opened the thread. */
  readonly staffSeen: number;
  /** The store takes no more messages. */
  readonly blocked: boolean;
  /** Closed threads of the shopper's go on in this one. */
  readonly continues?: boolean;
  readonly version: number;
}

export type ShopperMessageKind = "customer" | "staff" | "automation";

export interface ShopperMessage {
  readonly id: string;
  readonly publicSeq: number;
  readonly kind: ShopperMessageKind;
  readonly author: { readonly name: string } | null;
  /** It came by e-mail from another address than the shopper's; whose, is not told. */
  readonly another?: boolean;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** What it brings of the shop, and orders that it names: read where they are drawn, by `card.ts`. */
  readonly cards?: readonly Readonly<Record<string, unknown>>[];
  readonly orders?: unknown;
  readonly sentAt: string;
}

/** A stretch of the thread, oldest first, with the watermarks of the moment. `viewer` is who the shopper is in addresses of its files. */
export interface ShopperThread {
  readonly conversation: ShopperConversation;
  readonly messages: readonly ShopperMessage[];
  readonly viewer: string;
}

/**
 * A stretch of what was said before `conversation` began: messages of the closed `thread`, oldest first. `next` asks for
 * what was said before them; null: nothing was.
 */
export interface ShopperHistory {
  readonly conversation: ShopperConversation;
  readonly thread: string | null;
  readonly messages: readonly ShopperMessage[];
  readonly next: string | null;
}

export interface ShopperPosted {
  readonly conversation: ShopperConversation;
  readonly message: ShopperMessage;
}

export interface ShopperReceiptsAnswer {
  readonly conversation: ShopperConversation;
}

/** Who a shopper says they are; asked for before the first message. */
export interface Contact {
  readonly email?: string;
  readonly name?: string;
}

/** The page of the shop on which something was written. */
export interface ShopperPage {
  readonly url: string;
  readonly title?: string;
}

/** Amounts are in the smallest unit of the currency. */
export interface ShopperCartItem {
  readonly productId?: string;
  readonly title: string;
  readonly variant?: string;
  readonly url?: string;
  readonly imageUrl?: string;
  readonly price: number;
  readonly quantity: number;
}

/** What the shop's page says is in the cart. */
export interface ShopperCart {
  readonly currency: string;
  readonly items: readonly ShopperCartItem[];
}

export interface ShopperDraft {
  readonly text: string;
  /** Ids of what was uploaded for it, in order; with some the text may be empty. */
  readonly attachments?: readonly string[];
  readonly contact?: Contact;
  readonly language?: string;
  readonly timeZone?: string;
  readonly page?: ShopperPage;
  /** With the first message only; later the server has it. */
  readonly cart?: ShopperCart;
}

export interface Receipts {
  readonly delivered: number;
  readonly seen: number;
}

export interface ShopperHello {
  readonly type: "hello";
  readonly secret: string;
  readonly after: number;
}

/** What the shopper's socket tells of the thread. `unknown` stands for a type this client is too old to know: ignored. */
export type ShopperNews =
  | {
      readonly type: "welcome";
      readonly conversation: ShopperConversation;
      readonly viewer: string;
    }
  | { readonly type: "message"; readonly message: ShopperMessage }
  | { readonly type: "conversation"; readonly conversation: ShopperConversation }
  | { readonly type: "staff_typing"; readonly author: { readonly name: string } }
  | {
      readonly type: "described";
      /** The message that carries the file. */
      readonly publicSeq: number;
      readonly attachment: string;
      readonly alt: string | null;
    }
  | { readonly type: "start_over" }
  | { readonly type: "unknown" };

type Asked = "required" | "optional" | "off";

/** How the store wants its chat to look and what it asks for. Null texts are the default texts in the visitor's language. */
export interface WidgetSettings {
  readonly store: string;
  readonly key: string;
  readonly chat: boolean;
  readonly brand: string;
  readonly onBrand: string;
  readonly brandUi: string;
  readonly brandUiDark: string;
  readonly position: "end" | "start";
  readonly offsetX: number;
  readonly offsetY: number;
  readonly launcher: "icon" | "icon_text" | "text";
  readonly launcherText: string | null;
  readonly greeting: string | null;
  readonly email: Asked;
  readonly name: Asked;
  /** Whether the store wants to know which pages those open who have written. */
  readonly pagesVisited: boolean;
}
