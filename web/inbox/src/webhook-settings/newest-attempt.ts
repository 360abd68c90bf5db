import type { Webhook, WebhookDelivery } from "@shopbell/protocol/webhooks";
import type { WebhooksApi } from "@shopbell/sync/webhooks-api";
import { useEffect, useState } from "react";

/** When something was last sent to a webhook, and whether it arrived; tests count, too. */
export interface Attempt {
  readonly at: string;
  readonly hasArrived: boolean;
}

/** Of what is in the log; null when none of it was tried. What was made last need not be what was tried last. */
export function newestAttempt(deliveries: readonly WebhookDelivery[]): Attempt | null {
  return deliveries.reduce<Attempt | null>((newest, { attemptedAt: at, error }) => {
    if (at === null || (newest && Date.parse(newest.at) >= Date.parse(at))) return newest;
    return { at, hasArrived: error === null };
  }, null);
}

/** The same for one whose log is not shown; undefined until it is known. */
export function useNewestAttempt(api: WebhooksApi, webhook: Webhook): Attempt | null | undefined {
  const { id, paused, failingSince, lastDeliveredAt } = webhook;
  const [newest, setNewest] = useState<Attempt | null>();
  // Of one that is off or fails it is known how it is.
  const isAsked = paused === null && failingSince === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what arrived since is in the log, too.
  useEffect(() => {
    if (!isAsked) return;
    let isOver = false;
    void api.deliveries(id, "", null).then((outcome) => {
      if (isOver) return;
      setNewest(outcome.kind === "done" ? newestAttempt(outcome.value.deliveries) : null);
    });
    return () => {
      isOver = true;
    };
  }, [api, id, isAsked, lastDeliveredAt]);
  return newest;
}
