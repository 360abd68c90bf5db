import type { Outcome } from "@shopbell/sync/http";
import { useEffect, useRef, useState } from "react";

/** One part of the profile: it loads, fails and is read anew by itself. */
export interface Block<T> {
  /** The last that was read; null before the first answer. */
  readonly value: T | null;
  /** There is nothing to show, and why. */
  readonly hasFailed: boolean;
  /** Reads it anew; what is shown stays until then. */
  readonly reload: () => void;
  /** What an answer to something else told. */
  readonly take: (value: T) => void;
}

/** `news` is another one whenever there may be something new. */
export function useBlock<T>(read: () => Promise<Outcome<T>>, news: number): Block<T> {
  const [value, setValue] = useState<T | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const reading = useRef(read);
  reading.current = read;
  // biome-ignore lint/correctness/useExhaustiveDependencies: news and another attempt read it again.
  useEffect(() => {
    let isOver = false;
    void reading.current().then((outcome) => {
      if (isOver) return;
      if (outcome.kind === "done") setValue(outcome.value);
      setFailed(outcome.kind !== "done");
    });
    return () => {
      isOver = true;
    };
  }, [news, attempt]);
  const reload = () => {
    setFailed(false);
    setAttempt((times) => times + 1);
  };
  return { value, hasFailed: hasFailed && value === null, reload, take: setValue };
}
