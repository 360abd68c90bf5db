import type { Entry } from "@shopbell/sync/entry";
import { useEffect, useState } from "preact/hooks";
import { PATIENCE_MS } from "./lines.ts";

/** Draws once more when a message has waited so long that it is no longer said to be on its way: nothing else changes then. */
export function usePatience(entries: readonly Entry<unknown>[]): number {
  const [overdue, setOverdue] = useState(0);
  const now = Date.now();
  const next = Math.min(...entries.map(({ at }) => at + PATIENCE_MS).filter((end) => end > now));
  useEffect(() => {
    if (next === Number.POSITIVE_INFINITY) return;
    const timer = setTimeout(() => setOverdue(next), next - Date.now() + 1);
    return () => clearTimeout(timer);
  }, [next]);
  return overdue;
}
