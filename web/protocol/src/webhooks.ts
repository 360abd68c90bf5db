/** Where a store's own systems hear of what happens: docs/reference/protocol.md, 3. */

export interface WebhookDraft {
  readonly url: string;
  readonly events: readonly string[];
  readonly paused: boolean;
}

export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly createdBy: string;
  readonly createdAt: string;
  /** Why it hears of nothing: `by_hand`, `gone`, `failing`; null when it is at work. */
  readonly paused: string | null;
  readonly pausedAt: string | null;
  readonly lastDeliveredAt: string | null;
  /** Null when the last thing arrived. */
  readonly failingSince: string | null;
  /** How much has not arrived yet. */
  readonly waiting: number;
  /** Until when more than one secret signs; null when it is one. */
  readonly secretsUntil: string | null;
}

export interface WebhookAnswer {
  readonly webhook: Webhook;
  /** Told once, to whoever had it drawn. */
  readonly secret: string | null;
}

/** What one webhook was sent, and what came of it last. */
export interface WebhookDelivery {
  readonly id: string;
  readonly event: string;
  readonly conversation: string | null;
  readonly createdAt: string;
  readonly state: string;
  readonly attempts: number;
  readonly nextAttemptAt: string | null;
  readonly attemptedAt: string | null;
  readonly status: number | null;
  /** A word for why it did not arrive. */
  readonly error: string | null;
  readonly tookMillis: number | null;
}

export interface WebhookDeliveryPage {
  readonly deliveries: readonly WebhookDelivery[];
  readonly next: number | null;
}

export interface WebhookDeliveryAnswer {
  readonly delivery: WebhookDelivery;
  /** What is sent, to the byte. */
  readonly body: string;
  /** The beginning of what was said to it. */
  readonly answer: string | null;
}
