/** Who writes, as far as staff may know: docs/reference/protocol.md, 3. */

import type { ConversationSummary, StaffName } from "./staff.ts";

export interface PostalAddress {
  readonly line1: string | null;
  readonly line2: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
  /** Two letters. */
  readonly country: string | null;
}

export type Marketing = "subscribed" | "unsubscribed" | "unknown";

/** As the store's own systems know them. */
export interface LinkedCustomer {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly marketing: Marketing;
  readonly address: PostalAddress | null;
  readonly language: string | null;
  readonly registeredAt: string | null;
}

/** Which customer of the store whoever writes is, and how that is known. */
export interface CustomerLink {
  readonly shopCustomer: string;
  readonly by: "token" | "staff";
  /** Null while the store's systems have not told of them. */
  readonly customer: LinkedCustomer | null;
}

export interface PossibleMatch {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly lastOrderAt: string | null;
}

export interface Profile {
  /** As they say, and as their browser says. */
  readonly writer: {
    readonly name: string | null;
    readonly email: string | null;
    readonly emailVerified: boolean;
    readonly language: string | null;
    readonly timeZone: string | null;
    readonly firstSeenAt: string;
  };
  readonly link: CustomerLink | null;
  readonly possibleMatches: { readonly count: number; readonly some: readonly PossibleMatch[] };
}

export interface ProfileAnswer {
  readonly profile: Profile;
}

export type PaymentStatus =
  | "pending"
  | "authorized"
  | "partially_paid"
  | "paid"
  | "partially_refunded"
  | "refunded"
  | "voided";

export type FulfilmentStatus =
  | "unfulfilled"
  | "partially_fulfilled"
  | "fulfilled"
  | "delivered"
  | "returned";

/** `price` is of one. */
export interface PlacedOrderLine {
  readonly productId: string | null;
  readonly title: string;
  readonly variant: string | null;
  readonly imageUrl: string | null;
  readonly quantity: number;
  readonly price: number;
}

/** Amounts are in the smallest unit of `currency`. */
export interface PlacedOrder {
  readonly id: string;
  readonly number: string;
  readonly placedAt: string;
  readonly currency: string;
  readonly total: number;
  readonly paymentStatus: PaymentStatus;
  readonly fulfilmentStatus: FulfilmentStatus;
  readonly cancelledAt: string | null;
  /** The store's own page of it. */
  readonly url: string | null;
  readonly lines: readonly PlacedOrderLine[];
}

export interface PlacedOrderPage {
  /** Newest first. */
  readonly orders: readonly PlacedOrder[];
  /** Of all their orders. */
  readonly count: number;
  /** Of those that were not cancelled. */
  readonly sums: readonly { readonly currency: string; readonly total: number }[];
  readonly next: string | null;
}

export interface OtherThreads {
  readonly conversations: readonly ConversationSummary[];
}

export interface StaffNote {
  readonly id: string;
  readonly text: string;
  readonly version: number;
  readonly author: StaffName;
  readonly createdAt: string;
  readonly editedBy: StaffName;
  readonly editedAt: string;
}

export interface StaffNoteAnswer {
  readonly note: StaffNote;
}

export interface StaffNotesAnswer {
  readonly notes: readonly StaffNote[];
}

/** What changed is to be read anew: all of it, or the part that is named. */
export interface ProfileFrame {
  readonly type: "profile";
  readonly conversation: string;
  readonly part?: string;
}
