import type { Outcome } from "@shopbell/sync/http";
import { useCallback, useEffect, useRef, useState } from "react";

/**
 * What the server answers to a question of this page. `again` asks once more and keeps what is shown meanwhile;
 * `refresh` does so without being asked to, and a failure of it is no news.
 */
export function useAnswer<T>(question: () => Promise<Outcome<T>>) {
  const [answer, setAnswer] = useState<Outcome<T> | null>(null);
  const latest = useRef(question);
  const mounted = useRef(true);
  latest.current = question;

  const again = useCallback(async () => {
    const outcome = await latest.current();
    if (mounted.current) setAnswer(outcome);
  }, []);
  const refresh = useCallback(async () => {
    const outcome = await latest.current();
    if (mounted.current && outcome.kind === "done") setAnswer(outcome);
  }, []);

  useEffect(() => {
    mounted.current = true;
    void again();
    return () => {
      mounted.current = false;
    };
  }, [again]);

  return { answer, again, refresh };
}
