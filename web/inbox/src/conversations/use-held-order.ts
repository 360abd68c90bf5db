import { useEffect, useState } from "react";
import { type HeldOrder, type Hold, LONGEST_HOLD_MS, nextOrder } from "./held-order.ts";

/** The latest order, unless somebody is pointing at it or walking through it; see [nextOrder]. */
export function useHeldOrder(latest: readonly string[], hold: Hold): readonly string[] {
  const [before, setBefore] = useState<HeldOrder>({ shown: latest, waitingSince: null });
  const [, look] = useState(0);
  const order = nextOrder(before, latest, hold, Date.now());
  if (order !== before) setBefore(order);

  const { waitingSince } = order;
  useEffect(() => {
    if (waitingSince === null) return;
    const left = waitingSince + LONGEST_HOLD_MS - Date.now();
    const timer = setTimeout(() => look((times) => times + 1), Math.max(0, left));
    return () => clearTimeout(timer);
  }, [waitingSince]);

  return order.shown;
}
