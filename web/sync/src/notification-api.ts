import type {
  NotificationSettings,
  NotificationSettingsDraft,
  PushSubscriptionAnswer,
  PushSubscriptionDraft,
} from "@shopbell/protocol/notification";
import {
  isNotificationSettings,
  isPushSubscriptionAnswer,
  isPushSubscriptionDraft,
} from "@shopbell/protocol/notification-guards";
import { ask, type Outcome } from "./http.ts";

/** What one may ask about how one is told of customers' messages. */
export interface NotificationApi {
  settings(): Promise<Outcome<NotificationSettings>>;
  save(settings: NotificationSettingsDraft): Promise<Outcome<NotificationSettings>>;
  /** `subscription` as the browser writes it; what is none is not sent. */
  subscribe(subscription: unknown): Promise<Outcome<PushSubscriptionAnswer>>;
}

export function createNotificationApi(store: string, base = ""): NotificationApi {
  const root = `${base}/api/staff/stores/${store}`;
  const settings = `${root}/notification-settings`;
  return {
    settings: () => ask({ url: settings, guard: isNotificationSettings }),
    save: ({ email, browser, sound, quietHours }) =>
      ask({
        method: "PUT",
        url: settings,
        body: { email, browser, sound, quietHours },
        guard: isNotificationSettings,
      }),
    subscribe: async (subscription) => {
      if (!isPushSubscriptionDraft(subscription)) return { kind: "unreached" };
      const { endpoint, keys } = subscription;
      const body: PushSubscriptionDraft = {
        endpoint,
        keys: { p256dh: keys.p256dh, auth: keys.auth },
      };
      return ask({
        method: "POST",
        url: `${root}/push-subscriptions`,
        body,
        guard: isPushSubscriptionAnswer,
      });
    },
  };
}
