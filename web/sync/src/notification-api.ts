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
import type { StaffThread } from "@shopbell/protocol/staff";
import { isStaffThread } from "@shopbell/protocol/staff-guards";
import { ask, type Outcome } from "./http.ts";
import { queryOf } from "./url.ts";

/** What one may ask about how one is told of what happens. */
export interface NotificationApi {
  settings(): Promise<Outcome<NotificationSettings>>;
  save(settings: NotificationSettingsDraft): Promise<Outcome<NotificationSettings>>;
  /** What was said and done in a conversation after a place. */
  after(conversation: string, seq: number): Promise<Outcome<StaffThread>>;
  /** `subscription` as the browser writes it; what is none is not sent. */
  subscribe(subscription: unknown): Promise<Outcome<PushSubscriptionAnswer>>;
}

export function createNotificationApi(store: string, base = ""): NotificationApi {
  const root = `${base}/api/staff/stores/${store}`;
  const settings = `${root}/notification-settings`;
  return {
    settings: () => ask({ url: settings, guard: isNotificationSettings }),
    save: ({ email, browser, sound, quietHours, topics }) =>
      ask({
        method: "PUT",
        url: settings,
        body: { email, browser, sound, quietHours, topics },
        guard: isNotificationSettings,
      }),
    after: (conversation, after) =>
      ask({
        url: `${root}/conversations/${conversation}/messages${queryOf({ after, limit: 20 })}`,
        guard: isStaffThread,
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
