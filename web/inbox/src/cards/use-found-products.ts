import type { FoundProduct } from "@shopbell/protocol/card";
import { createCardsApi } from "@shopbell/sync/cards-api";
import { useEffect, useMemo, useState } from "react";
import { useLive } from "../live/live.ts";

const TYPING_PAUSE_MS = 180;

export interface FoundProducts {
  readonly phase: "searching" | "found" | "failed";
  /** While the next ones are searched for, those found last. */
  readonly products: readonly FoundProduct[];
  /** What they were found by. */
  readonly typed: string;
  readonly again: () => void;
}

/** The products whose names have the words that are typed; without any, those that changed last. */
export function useFoundProducts(typed: string): FoundProducts {
  const { store } = useLive();
  const api = useMemo(() => createCardsApi(store.id), [store.id]);
  const [tries, setTries] = useState(0);
  const [found, setFound] = useState<Omit<FoundProducts, "again">>({
    phase: "searching",
    products: [],
    typed: "",
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is another question.
  useEffect(() => {
    const question = new AbortController();
    setFound((before) => ({ ...before, phase: "searching" }));
    const ask = async () => {
      const outcome = await api.find(typed, question.signal);
      if (question.signal.aborted) return;
      if (outcome.kind === "done") {
        setFound({ phase: "found", products: outcome.value.products, typed });
      } else setFound({ phase: "failed", products: [], typed });
    };
    const timer = setTimeout(() => void ask(), typed === "" ? 0 : TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      question.abort();
    };
  }, [api, typed, tries]);

  return { ...found, again: () => setTries(tries + 1) };
}
