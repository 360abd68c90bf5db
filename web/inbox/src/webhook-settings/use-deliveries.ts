import type { WebhookDelivery } from "@shopbell/protocol/webhooks";
import type { WebhooksApi } from "@shopbell/sync/webhooks-api";
import { useCallback, useEffect, useRef, useState } from "react";
import { type Attempt, newestAttempt } from "./newest-attempt.ts";
import { problemWords } from "./problem-words.ts";

interface Known {
  readonly deliveries: readonly WebhookDelivery[];
  /** Undefined before the first page; null after the last. */
  readonly next: number | null | undefined;
  readonly problem: string | null;
}

const NOTHING: Known = { deliveries: [], next: undefined, problem: null };

/** The log of one webhook, the newest first, as far as somebody wanted to see it. */
export function useDeliveries(api: WebhooksApi, id: string, state: string) {
  const [known, setKnown] = useState(NOTHING);
  const asked = useRef(0);

  const load = useCallback(
    async (from: Known) => {
      const turn = ++asked.current;
      const outcome = await api.deliveries(id, state, from.next ?? null);
      if (turn !== asked.current) return;
      setKnown(
        outcome.kind === "done"
          ? {
              deliveries: [...from.deliveries, ...outcome.value.deliveries],
              next: outcome.value.next,
              problem: null,
            }
          : { ...from, problem: problemWords(outcome) },
      );
    },
    [api, id, state],
  );

  /** What is new, and what became of what is shown; a failure of it is no news. */
  const refresh = useCallback(async () => {
    const turn = asked.current;
    const outcome = await api.deliveries(id, state, null);
    if (turn !== asked.current || outcome.kind !== "done") return;
    const fresh = outcome.value.deliveries;
    setKnown((shown) => {
      const older = shown.deliveries.filter((each) => !fresh.some(({ id }) => id === each.id));
      // More came than a page holds: there may be a gap, so begin anew.
      const isOnePage = shown.deliveries.length <= fresh.length;
      return isOnePage
        ? { deliveries: fresh, next: outcome.value.next, problem: null }
        : { ...shown, deliveries: [...fresh, ...older] };
    });
  }, [api, id, state]);

  useEffect(() => {
    setKnown(NOTHING);
    void load(NOTHING);
  }, [load]);

  // As it was when all were shown.
  const newest = useRef<Attempt | null>(undefined);
  if (state === "" && known.next !== undefined) newest.current = newestAttempt(known.deliveries);

  return { known, newest: newest.current, more: () => load(known), refresh };
}
