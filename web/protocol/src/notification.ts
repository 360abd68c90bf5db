/** How one is told of what happens in conversations: docs/reference/protocol.md, 3. */

export type Sound = "none" | "knock" | "bell" | "chime";

export interface QuietHours {
  /** `22:00`; may be later than `to`. */
  readonly from: string;
  readonly to: string;
  /** IANA; the clock they go by. */
  readonly timeZone: string;
}

/** What one may be told of; a newer server may know more. */
export type Topic = "message_unassigned" | "message_mine" | "assigned" | "mentioned" | "bounced";

/** Of what, as far as a way is switched on. */
export interface Topics {
  readonly email: readonly string[];
  readonly browser: readonly string[];
  readonly sound: readonly string[];
}

export interface NotificationSettingsDraft {
  readonly email: boolean;
  readonly browser: boolean;
  readonly sound: Sound;
  readonly quietHours: QuietHours | null;
  readonly topics: Topics;
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
