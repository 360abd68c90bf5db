import { isListOf, isNullable, isObject, isOneOf, isText, isTruth } from "./guard.ts";
import type {
  NotificationSettings,
  NotificationSettingsDraft,
  PushSubscriptionAnswer,
  PushSubscriptionDraft,
  QuietHours,
  Topics,
} from "./notification.ts";

const draft = {
  email: isTruth,
  browser: isTruth,
  sound: isOneOf("none", "knock", "bell", "chime"),
  quietHours: isNullable(isObject<QuietHours>({ from: isText, to: isText, timeZone: isText })),
  topics: isObject<Topics>({
    email: isListOf(isText),
    browser: isListOf(isText),
    sound: isListOf(isText),
  }),
};

export const isNotificationSettingsDraft = isObject<NotificationSettingsDraft>(draft);

export const isNotificationSettings = isObject<NotificationSettings>({
  ...draft,
  canSendMail: isTruth,
  pushKey: isText,
});

export const isPushSubscriptionDraft = isObject<PushSubscriptionDraft>({
  endpoint: isText,
  keys: isObject<PushSubscriptionDraft["keys"]>({ p256dh: isText, auth: isText }),
});

export const isPushSubscriptionAnswer = isObject<PushSubscriptionAnswer>({
  subscription: isNullable(isText),
});
