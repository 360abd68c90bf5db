import { expect, test } from "vitest";
import { isApiKeyMade, isApiKeys } from "./api-keys-guards.ts";
import { isAttachmentAnswer } from "./attachment.ts";
import { type CardDraft, isDiscountLink, isFoundProducts, readCards, readOrders } from "./card.ts";
import { isCartAnswer, isWrittenAt } from "./cart-guards.ts";
import { isEmailCheckAnswer, isEmailSettings, isLogoAnswer } from "./email-guards.ts";
import { isFaqAnswer, isFaqs, isShopperFaqs } from "./faqs-guards.ts";
import {
  isCount,
  isListOf,
  isNullable,
  isObject,
  isOneOf,
  isOptional,
  isText,
  isTruth,
} from "./guard.ts";
import { isContinuation, isHistory } from "./history-guards.ts";
import { isIdentityKeyMade, isIdentityKeys } from "./identity-guards.ts";
import {
  isNotificationSettings,
  isNotificationSettingsDraft,
  isPushSubscriptionAnswer,
  isPushSubscriptionDraft,
} from "./notification-guards.ts";
import { isPagesVisited, isPagesVisitedSetting } from "./pages-guards.ts";
import {
  isOtherThreads,
  isPlacedOrderPage,
  isProfileAnswer,
  isStaffNoteAnswer,
  isStaffNotes,
} from "./profile-guards.ts";
import {
  isQuickReplies,
  isQuickRepliesImported,
  isQuickReplyAnswer,
  isSuggestions,
} from "./quick-replies-guards.ts";
import {
  decodeShopperFrame,
  isShopperDraft,
  isShopperPosted,
  isShopperReceiptsAnswer,
  isShopperThread,
  isWidgetSettings,
} from "./shopper-guards.ts";
import { isShopperHistory } from "./shopper-history-guards.ts";
import {
  decodeStaffFrame,
  isAccessSettings,
  isAssignedPage,
  isBulkAnswer,
  isChangesAnswer,
  isColleaguesAnswer,
  isConversationPage,
  isDraftAnswer,
  isDraftText,
  isEmailStanding,
  isHitPage,
  isInboxSnapshot,
  isMe,
  isReadAnswer,
  isSetupAnswer,
  isSetupOpen,
  isStaffDraft,
  isStaffPosted,
  isStaffThread,
  isStore,
  isTodayAnswer,
} from "./staff-guards.ts";
import {
  isAuditPage,
  isInvitationAnswer,
  isInvitationLink,
  isInvitations,
  isMemberAnswer,
  isMembers,
  isOpenedInvitation,
  isRoleAnswer,
  isRoles,
  isSessions,
} from "./team-guards.ts";
import {
  isWebhookAnswer,
  isWebhookDeliveryAnswer,
  isWebhookDeliveryPage,
  isWebhooks,
} from "./webhooks-guards.ts";

type Check = (data: unknown) => boolean;

type Draft<K> = Extract<CardDraft, { readonly kind: K }>;
const isProductDraft = isObject<Draft<"product">>({ kind: isOneOf("product"), productId: isText });
const code = { kind: isOneOf("discount"), code: isText, text: isOptional(isText) };
const isCodeDraft = isObject<Draft<"discount">>(code);

const isRequestedServer = isObject({
  host: isText,
  port: isCount,
  security: isText,
  user: isNullable(isText),
  password: isNullable(isText),
});

const samples = new Map(
  Object.entries(
    import.meta.glob<unknown>("../../../protocol/samples/*.json", {
      eager: true,
      import: "default",
    }),
  )
    .map(([path, data]) => [path.replace(/^.*\/|\.json$/g, ""), data] as const)
    // What stores' own systems send and get at /api/v1 is nothing that a web app reads.
    .filter(([name]) => !/^(request-)?v1-/.test(name)),
);

const isStaffFrame: Check = (data) => isKnown(decodeStaffFrame(data));
const isShopperFrame: Check = (data) => isKnown(decodeShopperFrame(data));
const isFrameOfBoth: Check = (data) => isStaffFrame(data) && isShopperFrame(data);
const isStaffHello = isObject({ type: isOneOf("hello"), epoch: isText, after: isCount });
const isShopperHello = isObject({ type: isOneOf("hello"), secret: isText, after: isCount });
const isProblem = isObject({ status: isCount, code: isText, field: isOptional(isText) });
const isSetupRequest = isObject({
  code: isText,
  publicUrl: isText,
  owner: isObject({ name: isText, email: isText, password: isText }),
  store: isObject({ name: isText, origin: isText, timeZone: isText }),
});

const isName = isObject({ id: isText, name: isText });
/** The subject is open; what the samples have in it is looked at here. */
const isAuditEntry = isObject({
  id: isText,
  at: isText,
  actor: isNullable(isName),
  action: isText,
  subject: isObject({
    to: isOptional(isName),
    conversation: isOptional(isText),
    administratorsReadAssigned: isOptional(isTruth),
  }),
});

const checks: Readonly<Record<string, Check>> = {
  attachment: isAttachmentAnswer,
  "request-staff-alt": isObject({ alt: isText }),
  "staff-me": isMe,
  "staff-store": isStore,
  "staff-inbox": isInboxSnapshot,
  "staff-conversations": isConversationPage,
  "staff-search": isHitPage,
  "staff-thread": isStaffThread,
  "staff-thread-email": isStaffThread,
  "staff-thread-cards": (data) =>
    isStaffThread(data) &&
    data.messages.every(({ cards }) => readCards(cards).length === 2) &&
    data.messages.flatMap(({ orders }) => readOrders(orders)).length === 1,
  "staff-products": isFoundProducts,
  "staff-pages-visited": isPagesVisited,
  "staff-pages-visited-off": isPagesVisited,
  "staff-pages-visited-setting": isPagesVisitedSetting,
  "request-pages-visited-setting": isPagesVisitedSetting,
  "request-page": isObject({ url: isText, title: isText }),
  "staff-discount-link": isDiscountLink,
  "staff-discount-link-none": isDiscountLink,
  "request-discount-link": isObject({ link: isText }),
  "request-staff-cards": isObject({
    kind: isOneOf("staff"),
    text: isText,
    cards: isListOf((data): data is CardDraft => isProductDraft(data) || isCodeDraft(data)),
  }),
  "staff-posted": isStaffPosted,
  "staff-read": isReadAnswer,
  "staff-draft": isDraftAnswer,
  "staff-draft-none": isDraftAnswer,
  "staff-handled": isReadAnswer,
  "staff-assigned-away": isObject({ conversation: (data: unknown): data is null => data === null }),
  "staff-colleagues": isColleaguesAnswer,
  "staff-profile": isProfileAnswer,
  "staff-profile-unlinked": isProfileAnswer,
  "staff-placed-orders": isPlacedOrderPage,
  "staff-other-threads": isOtherThreads,
  "staff-history": isHistory,
  "staff-history-elsewhere": isHistory,
  "staff-continuation": isContinuation,
  "staff-continuation-elsewhere": isContinuation,
  "staff-profile-notes": isStaffNotes,
  "staff-profile-note": isStaffNoteAnswer,
  "request-profile-link": isObject({ shopCustomer: isText }),
  "request-profile-note": isObject({ text: isText, version: isCount }),
  "staff-labels": isObject({ labels: isListOf(isText) }),
  "staff-email-standing": isEmailStanding,
  "staff-today": isTodayAnswer,
  "staff-bulk": isBulkAnswer,
  "staff-assigned": isAssignedPage,
  "staff-audit": (data) =>
    isAuditPage(data) &&
    isObject({ entries: isListOf(isAuditEntry), next: isNullable(isText) })(data),
  "staff-access": isAccessSettings,
  "problem-assigned-meanwhile": isObject({ status: isCount, code: isText, assignee: isName }),
  "request-staff-status": isObject({ status: isOneOf("resolved", "unresolved") }),
  "request-staff-assignee": isObject({ to: isText, from: isText }),
  "request-staff-block": isObject({ network: isTruth }),
  "request-staff-labels": isObject({ labels: isListOf(isText) }),
  "request-staff-bulk": isObject({
    conversations: isListOf(isText),
    action: isObject({ type: isText, label: isText }),
  }),
  "request-staff-access": isAccessSettings,
  "staff-cart": isCartAnswer,
  "staff-cart-none": isCartAnswer,
  "staff-message-context": isWrittenAt,
  "request-cart": isObject({
    currency: isText,
    items: isListOf(
      isObject({
        productId: isOptional(isText),
        title: isText,
        variant: isOptional(isText),
        url: isOptional(isText),
        imageUrl: isOptional(isText),
        price: isCount,
        quantity: isCount,
      }),
    ),
  }),
  "staff-changes": isChangesAnswer,
  "staff-setup": isSetupAnswer,
  "staff-setup-open": isSetupOpen,
  "staff-roles": isRoles,
  "staff-role": isRoleAnswer,
  "staff-members": isMembers,
  "staff-member": isMemberAnswer,
  "staff-invitations": isInvitations,
  "staff-invited": isInvitationAnswer,
  "staff-invitation-link": isInvitationLink,
  "staff-invitation": isOpenedInvitation,
  "staff-sessions": isSessions,
  "staff-notification-settings": isNotificationSettings,
  "staff-notification-settings-untouched": isNotificationSettings,
  "staff-push-subscription": isPushSubscriptionAnswer,
  "staff-push-subscription-none": isPushSubscriptionAnswer,
  "request-notification-settings": isNotificationSettingsDraft,
  "request-push-subscription": isPushSubscriptionDraft,
  "staff-email-settings": isEmailSettings,
  "staff-email-settings-none": isEmailSettings,
  "staff-email-check": isEmailCheckAnswer,
  "staff-email-check-none": isEmailCheckAnswer,
  "request-email-settings": isObject({
    fromName: isText,
    fromAddress: isText,
    plusAddressing: isTruth,
    smtp: isRequestedServer,
    arrival: isText,
    imap: isNullable(isRequestedServer),
    folder: isNullable(isText),
  }),
  "staff-logo": isLogoAnswer,
  "staff-logo-none": isLogoAnswer,
  "request-email-use": isObject({ version: isCount }),
  "staff-quick-replies": isQuickReplies,
  "staff-quick-reply": isQuickReplyAnswer,
  "staff-quick-reply-none": isObject({
    quickReply: (data: unknown): data is null => data === null,
  }),
  "staff-quick-replies-imported": isQuickRepliesImported,
  "staff-suggestions": isSuggestions,
  "staff-faqs": isFaqs,
  "staff-faq": isFaqAnswer,
  "staff-faq-none": isObject({ faq: (data: unknown): data is null => data === null }),
  "request-faq": isObject({ language: isText, question: isText, answer: isText, shown: isTruth }),
  "request-faq-order": isObject({ order: isListOf(isText) }),
  "shopper-faqs": isShopperFaqs,
  "staff-identity-keys": isIdentityKeys,
  "staff-identity-key-made": isIdentityKeyMade,
  "request-identity-key": isObject({ name: isText, algorithm: isText, publicKey: isText }),
  "request-shopper-identity": isObject({ token: isText }),
  "request-shopper-claim": isObject({ claim: isText, agreed: isTruth }),
  "shopper-confirmation": isObject({ email: isText, confirmed: isTruth }),
  "staff-webhooks": isWebhooks,
  "staff-webhook": isWebhookAnswer,
  "request-webhook": isObject({ url: isText, events: isListOf(isText), paused: isTruth }),
  "staff-webhook-deliveries": isWebhookDeliveryPage,
  "staff-webhook-delivery": isWebhookDeliveryAnswer,
  "staff-api-keys": isApiKeys,
  "staff-api-key-made": isApiKeyMade,
  "request-api-key": isObject({ name: isText, scopes: isListOf(isText) }),
  "request-quick-reply": isObject({ title: isText, shortcut: isText, text: isText }),
  "request-quick-reply-order": isObject({ order: isListOf(isText) }),
  "request-quick-reply-use": isObject({ message: isText }),
  "request-quick-reply-import": isObject({ csv: isText, dryRun: isTruth }),
  "staff-frame-changes": isStaffFrame,
  "staff-frame-online": isStaffFrame,
  "staff-frame-presence": isStaffFrame,
  "staff-frame-presence-left": isStaffFrame,
  "staff-frame-hello": isStaffHello,
  "staff-frame-typing": isStaffFrame,
  "staff-frame-typing-customer": isStaffFrame,
  "staff-frame-viewers": isStaffFrame,
  "staff-frame-profile": isStaffFrame,
  "staff-frame-drafts": isStaffFrame,
  "staff-frame-draft": isStaffFrame,
  "staff-frame-draft-none": isStaffFrame,
  "staff-frame-says-typing": isObject({
    type: isOneOf("typing"),
    conversation: isText,
    note: isTruth,
  }),
  "staff-frame-says-viewing": isObject({
    type: isOneOf("viewing"),
    conversation: isNullable(isText),
  }),
  "frame-start-over": isFrameOfBoth,
  "frame-ping": isFrameOfBoth,
  "frame-pong": isObject({ type: isOneOf("pong") }),
  "frame-reconnect": isFrameOfBoth,
  problem: isProblem,
  "problem-without-field": isProblem,
  "request-sign-in": isObject({ email: isText, password: isText }),
  "request-setup": isSetupRequest,
  "request-role": isObject({ name: isText, permissions: isListOf(isText) }),
  "request-member-roles": isObject({ roles: isListOf(isText) }),
  "request-invitation": isObject({ email: isText, roles: isListOf(isText) }),
  "request-invitation-token": isObject({ token: isText }),
  "request-invitation-account": isObject({ token: isText, name: isText, password: isText }),
  "request-password-change": isObject({ current: isText, password: isText }),
  "request-staff-message": isStaffDraft,
  "request-staff-note": isStaffDraft,
  "request-staff-draft": isDraftText,
  "request-staff-read": isObject({ seq: isCount }),
  "request-shopper-message": isShopperDraft,
  "request-shopper-receipts": isObject({ delivered: isCount, seen: isCount }),
  "shopper-conversation": isShopperThread,
  "shopper-history": isShopperHistory,
  "shopper-posted": isShopperPosted,
  "shopper-receipts": isShopperReceiptsAnswer,
  "shopper-frame-hello": isShopperHello,
  "shopper-frame-welcome": isShopperFrame,
  "shopper-frame-message": isShopperFrame,
  "shopper-frame-message-cards": (data) => {
    const frame = decodeShopperFrame(data);
    if (frame?.type !== "message") return false;
    const { cards, orders } = frame.message;
    return readCards(cards).length === 2 && readOrders(orders).length === 1;
  },
  "shopper-frame-message-automation": isShopperFrame,
  "shopper-frame-conversation": isShopperFrame,
  "shopper-frame-staff-typing": isShopperFrame,
  "shopper-frame-described": isShopperFrame,
  "shopper-frame-says-typing": isObject({ type: isOneOf("typing") }),
  "widget-settings": isWidgetSettings,
};

function isKnown(frame: { readonly type: string } | undefined): boolean {
  return frame !== undefined && frame.type !== "unknown";
}

/** Each copy of a value that has one field, at any depth, taken out or made something else. */
function* broken(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const worse of broken(item)) yield value.with(index, worse);
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [name, field] of Object.entries(value)) {
      yield { ...value, [name]: isTruth(field) ? "yes" : true };
      for (const worse of broken(field)) yield { ...value, [name]: worse };
    }
  }
}

/** Newer servers may add to every object of every answer. */
function withMore(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withMore);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).map(([name, field]) => [name, withMore(field)]);
  return { ...Object.fromEntries(fields), fromTheFuture: { of: ["anything"] } };
}

test("there is a check for every sample and a sample for every check", () => {
  expect([...samples.keys()].sort()).toEqual(Object.keys(checks).sort());
});

for (const [name, check] of Object.entries(checks)) {
  test(`${name} is understood`, () => {
    expect(check(samples.get(name))).toBe(true);
  });

  test(`${name} is understood with fields of a newer server`, () => {
    expect(check(withMore(samples.get(name)))).toBe(true);
  });

  test(`${name} is refused with any one of its fields of another type`, () => {
    const isUnreadField = (worse: unknown) => name.startsWith("problem") && hasOdd(worse, "title");
    const worse = [...broken(samples.get(name))].filter((one) => !isUnreadField(one));
    expect(worse.filter(check)).toEqual([]);
  });
}

function hasOdd(data: unknown, field: string): boolean {
  return isObject({ [field]: isNullable(isTruth) })(data);
}

test("a frame of a type from the future is passed on as unknown", () => {
  expect(decodeStaffFrame({ type: "singing", conversation: "c" })).toEqual({ type: "unknown" });
  expect(decodeShopperFrame({ type: "singing" })).toEqual({ type: "unknown" });
});

test("what is no frame at all is not understood", () => {
  for (const data of [null, 7, "ping", [], {}, { type: 7 }, [{ type: "ping" }]]) {
    expect(decodeStaffFrame(data)).toBeUndefined();
    expect(decodeShopperFrame(data)).toBeUndefined();
  }
});
