import { useEffect } from "react";
import { useLive } from "../live/live.ts";
import { seesConversations } from "../store/permissions.ts";

const PAUSE_MS = 200;
/** A single letter is in everybody's name. */
const FEWEST_LETTERS = 2;

/**
 * Has the server look for people whose conversations this page has not loaded, once typing pauses. Those it finds become
 * known here, and so are among the people offered.
 */
export function useAsking(query: string): void {
  const { session, store } = useLive();
  const sees = seesConversations(store);
  const wanted = query.trim();
  useEffect(() => {
    if (!sees || wanted.length < FEWEST_LETTERS) return;
    const asking = new AbortController();
    const timer = setTimeout(() => {
      void session.search({ query: wanted, view: "all" }, null, asking.signal);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [session, sees, wanted]);
}
