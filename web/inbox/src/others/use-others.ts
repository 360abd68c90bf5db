import type { AssignedElsewhere } from "@shopbell/protocol/staff";
import type { Failure } from "@shopbell/sync/http";
import { useCallback, useEffect, useRef, useState } from "react";
import { useLive, useLiveState } from "../live/live.ts";

/** Nobody is told when what they may not see changes hands, so it is asked for this often while it is on screen. */
const REFRESH_MS = 30_000;

export interface Others {
  /** Undefined until they are here. */
  readonly rows: readonly AssignedElsewhere[] | undefined;
  readonly more: boolean;
  readonly failure: Failure | null;
  loadMore(): void;
  refresh(): void;
}

interface Loaded {
  readonly rows: readonly AssignedElsewhere[];
  readonly next: string | null;
  readonly pages: number;
}

/** What is assigned to others, those with the latest activity first; as many pages as were asked for, kept fresh. */
export function useOthers(): Others {
  const { session } = useLive();
  const position = useLiveState(({ inbox }) => inbox.position?.feedSeq);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const pages = useRef(1);
  /** Answers to older questions are dropped. */
  const turn = useRef(0);

  const load = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    let rows: readonly AssignedElsewhere[] = [];
    let next: string | null = null;
    for (let page = 0; page < pages.current; page += 1) {
      const outcome = await session.actions.assigned(next);
      if (mine !== turn.current) return;
      if (outcome.kind !== "done") return setFailure(outcome);
      rows = [...rows, ...outcome.value.conversations];
      next = outcome.value.next;
      if (next === null) break;
    }
    setFailure(null);
    setLoaded({ rows, next, pages: pages.current });
  }, [session]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was told may have been an assignment.
  useEffect(() => {
    void load();
    const timer = setInterval(
      () => document.visibilityState === "visible" && void load(),
      REFRESH_MS,
    );
    return () => clearInterval(timer);
  }, [load, position]);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );

  return {
    rows: loaded?.rows,
    more: loaded !== null && loaded.next !== null,
    failure,
    loadMore() {
      pages.current = (loaded?.pages ?? 0) + 1;
      void load();
    },
    refresh: () => void load(),
  };
}
