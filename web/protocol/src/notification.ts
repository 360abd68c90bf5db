/** How one is told of customers' messages: docs/reference/protocol.md, 3. */

export type Sound = "none" | "knock" | "bell" | "chime";

export interface QuietHours {
  /** `22:00`; may be later than `to`. */
  readonly from: string;
  readonly to: string;
  /** IANA; the clock they go by. */
  readonly timeZone: string;
}

export interface NotificationSettingsDraft {
  readonly email: boolean;
  readonly browser: boolean;
  readonly sound: Sound;
  readonly quietHours: QuietHours | null;
}

export interface NotificationSettings extends NotificationSettingsDraft {
  readonly canSendMail: boolean;
  /** What a browser subscribes with: P-256, base64url. */
  readonly pushKey: string;
}

/** As `PushSubscription.toJSON` has it. */
export interface PushSubscriptionDraft {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

export interface PushSubscriptionAnswer {
  readonly subscription: string | null;
}
