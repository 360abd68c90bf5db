import { isCount, isListOf, isNullable, isObject, isOneOf, isText, isTruth } from "./guard.ts";
import type {
  CustomerLink,
  FulfilmentStatus,
  LinkedCustomer,
  Marketing,
  OtherThreads,
  PaymentStatus,
  PlacedOrder,
  PlacedOrderLine,
  PlacedOrderPage,
  PossibleMatch,
  PostalAddress,
  Profile,
  ProfileAnswer,
  StaffNote,
  StaffNoteAnswer,
  StaffNotesAnswer,
} from "./profile.ts";
import { isStaffName, isSummary } from "./staff-guards.ts";

const isPostalAddress = isObject<PostalAddress>({
  line1: isNullable(isText),
  line2: isNullable(isText),
  city: isNullable(isText),
  region: isNullable(isText),
  postalCode: isNullable(isText),
  country: isNullable(isText),
});

const isLinkedCustomer = isObject<LinkedCustomer>({
  name: isNullable(isText),
  email: isNullable(isText),
  phone: isNullable(isText),
  marketing: isOneOf<Marketing>("subscribed", "unsubscribed", "unknown"),
  address: isNullable(isPostalAddress),
  language: isNullable(isText),
  registeredAt: isNullable(isText),
});

export const isProfileAnswer = isObject<ProfileAnswer>({
  profile: isObject<Profile>({
    writer: isObject<Profile["writer"]>({
      name: isNullable(isText),
      email: isNullable(isText),
      emailVerified: isTruth,
      language: isNullable(isText),
      timeZone: isNullable(isText),
      firstSeenAt: isText,
    }),
    link: isNullable(
      isObject<CustomerLink>({
        shopCustomer: isText,
        by: isOneOf<CustomerLink["by"]>("token", "staff"),
        customer: isNullable(isLinkedCustomer),
      }),
    ),
    possibleMatches: isObject<Profile["possibleMatches"]>({
      count: isCount,
      some: isListOf(
        isObject<PossibleMatch>({
          id: isText,
          name: isNullable(isText),
          email: isNullable(isText),
          lastOrderAt: isNullable(isText),
        }),
      ),
    }),
  }),
});

export const isPlacedOrderPage = isObject<PlacedOrderPage>({
  orders: isListOf(
    isObject<PlacedOrder>({
      id: isText,
      number: isText,
      placedAt: isText,
      currency: isText,
      total: isCount,
      paymentStatus: isOneOf<PaymentStatus>(
        "pending",
        "authorized",
        "partially_paid",
        "paid",
        "partially_refunded",
        "refunded",
        "voided",
      ),
      fulfilmentStatus: isOneOf<FulfilmentStatus>(
        "unfulfilled",
        "partially_fulfilled",
        "fulfilled",
        "delivered",
        "returned",
      ),
      cancelledAt: isNullable(isText),
      url: isNullable(isText),
      lines: isListOf(
        isObject<PlacedOrderLine>({
          productId: isNullable(isText),
          title: isText,
          variant: isNullable(isText),
          imageUrl: isNullable(isText),
          quantity: isCount,
          price: isCount,
        }),
      ),
    }),
  ),
  count: isCount,
  sums: isListOf(isObject<PlacedOrderPage["sums"][number]>({ currency: isText, total: isCount })),
  next: isNullable(isText),
});

export const isOtherThreads = isObject<OtherThreads>({ conversations: isListOf(isSummary) });

const isStaffNote = isObject<StaffNote>({
  id: isText,
  text: isText,
  version: isCount,
  author: isStaffName,
  createdAt: isText,
  editedBy: isStaffName,
  editedAt: isText,
});

export const isStaffNoteAnswer = isObject<StaffNoteAnswer>({ note: isStaffNote });

export const isStaffNotes = isObject<StaffNotesAnswer>({ notes: isListOf(isStaffNote) });
