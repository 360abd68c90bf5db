import type {
  Webhook,
  WebhookAnswer,
  WebhookDeliveryAnswer,
  WebhookDeliveryPage,
  WebhookDraft,
} from "@shopbell/protocol/webhooks";
import {
  isWebhookAnswer,
  isWebhookDeliveryAnswer,
  isWebhookDeliveryPage,
  isWebhooks,
} from "@shopbell/protocol/webhooks-guards";
import { ask, type Outcome } from "./http.ts";
import { queryOf } from "./url.ts";

interface All {
  readonly webhooks: readonly Webhook[];
}

/** What Inbox administrators may ask about the webhooks of their store. */
export interface WebhooksApi {
  /** The oldest first. */
  all(): Promise<Outcome<All>>;
  /** Makes the one of this id, or changes it. */
  save(id: string, draft: WebhookDraft): Promise<Outcome<WebhookAnswer>>;
  remove(id: string): Promise<Outcome<All>>;
  replaceSecret(id: string): Promise<Outcome<WebhookAnswer>>;
  /** The newest first; those in this state, or all when it is empty. */
  deliveries(
    id: string,
    state: string,
    before: number | null,
  ): Promise<Outcome<WebhookDeliveryPage>>;
  delivery(id: string, delivery: string): Promise<Outcome<WebhookDeliveryAnswer>>;
  sendAgain(id: string, delivery: string): Promise<Outcome<WebhookDeliveryAnswer>>;
  /** Under an id that is drawn once, however often this is repeated. */
  test(id: string, delivery: string): Promise<Outcome<WebhookDeliveryAnswer>>;
}

export function createWebhooksApi(store: string, base = ""): WebhooksApi {
  const all = `${base}/api/staff/stores/${store}/webhooks`;
  return {
    all: () => ask({ url: all, guard: isWebhooks }),
    save: (id, body) => ask({ method: "PUT", url: `${all}/${id}`, body, guard: isWebhookAnswer }),
    remove: (id) => ask({ method: "DELETE", url: `${all}/${id}`, guard: isWebhooks }),
    replaceSecret: (id) =>
      ask({ method: "PUT", url: `${all}/${id}/secret`, guard: isWebhookAnswer }),
    deliveries: (id, state, before) =>
      ask({
        url: `${all}/${id}/deliveries${queryOf({ state: state || null, before })}`,
        guard: isWebhookDeliveryPage,
      }),
    delivery: (id, delivery) =>
      ask({ url: `${all}/${id}/deliveries/${delivery}`, guard: isWebhookDeliveryAnswer }),
    sendAgain: (id, delivery) =>
      ask({
        method: "PUT",
        url: `${all}/${id}/deliveries/${delivery}/again`,
        guard: isWebhookDeliveryAnswer,
      }),
    test: (id, delivery) =>
      ask({
        method: "PUT",
        url: `${all}/${id}/tests/${delivery}`,
        guard: isWebhookDeliveryAnswer,
      }),
  };
}
