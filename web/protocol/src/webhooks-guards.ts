import { isCount, isListOf, isNullable, isObject, isText } from "./guard.ts";
import type {
  Webhook,
  WebhookAnswer,
  WebhookDelivery,
  WebhookDeliveryAnswer,
  WebhookDeliveryPage,
} from "./webhooks.ts";

const isWebhook = isObject<Webhook>({
  id: isText,
  url: isText,
  events: isListOf(isText),
  createdBy: isText,
  createdAt: isText,
  paused: isNullable(isText),
  pausedAt: isNullable(isText),
  lastDeliveredAt: isNullable(isText),
  failingSince: isNullable(isText),
  waiting: isCount,
  secretsUntil: isNullable(isText),
});

const isDelivery = isObject<WebhookDelivery>({
  id: isText,
  event: isText,
  conversation: isNullable(isText),
  createdAt: isText,
  state: isText,
  attempts: isCount,
  nextAttemptAt: isNullable(isText),
  attemptedAt: isNullable(isText),
  status: isNullable(isCount),
  error: isNullable(isText),
  tookMillis: isNullable(isCount),
});

export const isWebhooks = isObject<{ readonly webhooks: readonly Webhook[] }>({
  webhooks: isListOf(isWebhook),
});

export const isWebhookAnswer = isObject<WebhookAnswer>({
  webhook: isWebhook,
  secret: isNullable(isText),
});

export const isWebhookDeliveryPage = isObject<WebhookDeliveryPage>({
  deliveries: isListOf(isDelivery),
  next: isNullable(isCount),
});

export const isWebhookDeliveryAnswer = isObject<WebhookDeliveryAnswer>({
  delivery: isDelivery,
  body: isText,
  answer: isNullable(isText),
});
