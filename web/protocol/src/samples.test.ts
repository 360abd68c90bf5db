import { expect, test } from "vitest";
import { type Check, sent } from "../testkit/sent.ts";
import { isApiKeyMade, isApiKeys } from "./api-keys-guards.ts";
import { isAttachmentAnswer } from "./attachment.ts";
import { isDiscountLink, isFoundProducts, readCards, readOrders } from "./card.ts";
import { isCartAnswer, isWrittenAt } from "./cart-guards.ts";
import { isEmailCheckAnswer, isEmailSettings, isLogoAnswer } from "./email-guards.ts";
import { isFaqAnswer, isFaqs, isShopperFaqs } from "./faqs-guards.ts";
import { isCount, isListOf, isNullable, isObject, isOptional, isText, isTruth } from "./guard.ts";
import { isContinuation, isHistory } from "./history-guards.ts";
import { isIdentityKeyMade, isIdentityKeys } from "./identity-guards.ts";
import { isNotificationSettings, isPushSubscriptionAnswer } from "./notification-guards.ts";
import { isOrigins } from "./origins.ts";
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
  isEmailStanding,
  isHitPage,
  isInboxSnapshot,
  isMe,
  isReadAnswer,
  isSetupAnswer,
  isSetupOpen,
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
const isProblem = isObject({ status: isCount, code: isText, field: isOptional(isText) });

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
  ...sent,
  attachment: isAttachmentAnswer,
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
  "staff-origins": isOrigins,
  "staff-discount-link": isDiscountLink,
  "staff-discount-link-none": isDiscountLink,
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
  "staff-cart": isCartAnswer,
  "staff-cart-none": isCartAnswer,
  "staff-message-context": isWrittenAt,
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
  "staff-email-settings": isEmailSettings,
  "staff-email-settings-none": isEmailSettings,
  "staff-email-check": isEmailCheckAnswer,
  "staff-email-check-none": isEmailCheckAnswer,
  "staff-logo": isLogoAnswer,
  "staff-logo-none": isLogoAnswer,
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
  "shopper-faqs": isShopperFaqs,
  "staff-identity-keys": isIdentityKeys,
  "staff-identity-key-made": isIdentityKeyMade,
  "shopper-confirmation": isObject({ email: isText, confirmed: isTruth }),
  "staff-webhooks": isWebhooks,
  "staff-webhook": isWebhookAnswer,
  "staff-webhook-deliveries": isWebhookDeliveryPage,
  "staff-webhook-delivery": isWebhookDeliveryAnswer,
  "staff-api-keys": isApiKeys,
  "staff-api-key-made": isApiKeyMade,
  "staff-frame-changes": isStaffFrame,
  "staff-frame-online": isStaffFrame,
  "staff-frame-presence": isStaffFrame,
  "staff-frame-presence-left": isStaffFrame,
  "staff-frame-typing": isStaffFrame,
  "staff-frame-typing-customer": isStaffFrame,
  "staff-frame-viewers": isStaffFrame,
  "staff-frame-profile": isStaffFrame,
  "staff-frame-drafts": isStaffFrame,
  "staff-frame-draft": isStaffFrame,
  "staff-frame-draft-none": isStaffFrame,
  "frame-start-over": isFrameOfBoth,
  "frame-ping": isFrameOfBoth,
  "frame-reconnect": isFrameOfBoth,
  problem: isProblem,
  "problem-without-field": isProblem,
  "shopper-conversation": isShopperThread,
  "shopper-history": isShopperHistory,
  "shopper-posted": isShopperPosted,
  "shopper-receipts": isShopperReceiptsAnswer,
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
