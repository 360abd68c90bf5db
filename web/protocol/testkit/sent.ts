import type { CardDraft } from "../src/card.ts";
import {
  isCount,
  isListOf,
  isNullable,
  isObject,
  isOneOf,
  isOptional,
  isText,
  isTruth,
} from "../src/guard.ts";
import {
  isNotificationSettingsDraft,
  isPushSubscriptionDraft,
} from "../src/notification-guards.ts";
import { isOrigins } from "../src/origins.ts";
import { isPagesVisitedSetting } from "../src/pages-guards.ts";
import { isShopperDraft } from "../src/shopper-guards.ts";
import { isAccessSettings, isDraftText, isStaffDraft } from "../src/staff-guards.ts";

/** Whether something is as its sample. */
export type Check = (data: unknown) => boolean;

/** Of a browser that goes on with its next secret once the proof takes effect. */
const renewal = { renews: isOptional(isTruth), next: isOptional(isText) };

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

const isStaffHello = isObject({ type: isOneOf("hello"), epoch: isText, after: isCount });
const isShopperHello = isObject({ type: isOneOf("hello"), secret: isText, after: isCount });
const isSetupRequest = isObject({
  code: isText,
  publicUrl: isText,
  owner: isObject({ name: isText, email: isText, password: isText }),
  store: isObject({ name: isText, origin: isText, timeZone: isText }),
});

/** What web apps send: nobody reads it there, so what it has to have is said here. */
export const sent: Readonly<Record<string, Check>> = {
  "request-staff-alt": isObject({ alt: isText }),
  "request-pages-visited-setting": isPagesVisitedSetting,
  "request-page": isObject({ url: isText, title: isText }),
  "request-origins": isOrigins,
  "request-discount-link": isObject({ link: isText }),
  "request-staff-cards": isObject({
    kind: isOneOf("staff"),
    text: isText,
    cards: isListOf((data): data is CardDraft => isProductDraft(data) || isCodeDraft(data)),
  }),
  "request-profile-link": isObject({ shopCustomer: isText }),
  "request-profile-note": isObject({ text: isText, version: isCount }),
  "request-staff-status": isObject({ status: isOneOf("resolved", "unresolved") }),
  "request-staff-assignee": isObject({ to: isText, from: isText }),
  "request-staff-block": isObject({ network: isTruth }),
  "request-staff-labels": isObject({ labels: isListOf(isText) }),
  "request-staff-bulk": isObject({
    conversations: isListOf(isText),
    action: isObject({ type: isText, label: isText }),
  }),
  "request-staff-access": isAccessSettings,
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
  "request-notification-settings": isNotificationSettingsDraft,
  "request-push-subscription": isPushSubscriptionDraft,
  "request-email-settings": isObject({
    fromName: isText,
    fromAddress: isText,
    plusAddressing: isTruth,
    smtp: isRequestedServer,
    arrival: isText,
    imap: isNullable(isRequestedServer),
    folder: isNullable(isText),
  }),
  "request-email-use": isObject({ version: isCount }),
  "request-faq": isObject({ language: isText, question: isText, answer: isText, shown: isTruth }),
  "request-faq-order": isObject({ order: isListOf(isText) }),
  "request-identity-key": isObject({ name: isText, algorithm: isText, publicKey: isText }),
  "request-shopper-identity": isObject({ token: isText, ...renewal }),
  "request-shopper-claim": isObject({ claim: isText, agreed: isTruth, ...renewal }),
  "request-webhook": isObject({ url: isText, events: isListOf(isText), paused: isTruth }),
  "request-api-key": isObject({ name: isText, scopes: isListOf(isText) }),
  "request-quick-reply": isObject({ title: isText, shortcut: isText, text: isText }),
  "request-quick-reply-order": isObject({ order: isListOf(isText) }),
  "request-quick-reply-use": isObject({ message: isText }),
  "request-quick-reply-import": isObject({ csv: isText, dryRun: isTruth }),
  "staff-frame-hello": isStaffHello,
  "staff-frame-says-typing": isObject({
    type: isOneOf("typing"),
    conversation: isText,
    note: isTruth,
  }),
  "staff-frame-says-viewing": isObject({
    type: isOneOf("viewing"),
    conversation: isNullable(isText),
  }),
  "frame-pong": isObject({ type: isOneOf("pong") }),
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
  "shopper-frame-hello": isShopperHello,
  "shopper-frame-says-typing": isObject({ type: isOneOf("typing") }),
};
