import type { WebhookDelivery } from "@shopbell/protocol/webhooks";
import type { WebhooksApi } from "@shopbell/sync/webhooks-api";
import { useEffect, useRef, useState } from "react";

const FIRST_MS = 1_000;
const LONGEST_MS = 10_000;

/**
 * Looks out for what comes of something that somebody asked for and waits for. `lookOut` takes it as it was when it was asked
 * for; `onTried` is called once, when it was tried since.
 */
export function useOutcome(api: WebhooksApi, id: string, onTried: () => void) {
  const [asked, lookOut] = useState<WebhookDelivery | null>(null);
  const latest = useRef(onTried);
  useEffect(() => {
    latest.current = onTried;
  });
  useEffect(() => {
    if (!asked) return;
    let timer = 0;
    let isOver = false;
    const look = async (pause: number) => {
      const outcome = await api.delivery(id, asked.id);
      if (isOver) return;
      if (outcome.kind === "done" && outcome.value.delivery.attemptedAt !== asked.attemptedAt) {
        lookOut(null);
        latest.current();
      } else lookLater(Math.min(2 * pause, LONGEST_MS));
    };
    const lookLater = (pause: number) => {
      timer = window.setTimeout(() => void look(pause), pause);
    };
    lookLater(FIRST_MS);
    return () => {
      isOver = true;
      window.clearTimeout(timer);
    };
  }, [api, id, asked]);
  return lookOut;
}
