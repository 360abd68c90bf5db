import type { Hit, View } from "@shopbell/protocol/staff";
import { useCallback, useEffect, useRef, useState } from "react";
import { useLive, useLiveState } from "../live/live.ts";

/** What a search has found so far. `searching` with hits: more are on their way. */
interface Found {
  readonly phase: "searching" | "ready" | "failed";
  readonly hits: readonly Hit[];
  readonly next: string | null;
  /** How many pages in a row held nothing. */
  readonly vain: number;
}

const NOTHING: Found = { phase: "searching", hits: [], next: null, vain: 0 };

/** Looks for it, page by page. What was asked before is not waited for any more. */
export function useFound(query: string, view: View) {
  const { session } = useLive();
  // After a loading afresh nothing of before counts.
  const since = useLiveState((state) => (state.phase === "ready" ? state.inbox.since : null));
  const [found, setFound] = useState(NOTHING);
  const asking = useRef<AbortController | null>(null);

  const ask = useCallback(
    async (before: string | null, held: Found) => {
      asking.current?.abort();
      const control = new AbortController();
      asking.current = control;
      setFound({ ...held, phase: "searching" });
      const outcome = await session.search({ query, view }, before, control.signal);
      if (control.signal.aborted) return;
      asking.current = null;
      if (outcome.kind !== "done") return setFound({ ...held, phase: "failed" });
      const { hits, next } = outcome.value;
      setFound({
        phase: "ready",
        hits: [...held.hits, ...hits],
        next,
        vain: hits.length === 0 ? held.vain + 1 : 0,
      });
    },
    [session, query, view],
  );

  useEffect(() => {
    if (since === null) return;
    void ask(null, NOTHING);
    return () => asking.current?.abort();
  }, [ask, since]);

  const more = useCallback(() => {
    if (asking.current === null) void ask(found.next, found);
  }, [ask, found]);
  return { ...found, more };
}
