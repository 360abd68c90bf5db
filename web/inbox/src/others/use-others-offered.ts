import { useEffect, useState } from "react";
import { useLive, useLiveState } from "../live/live.ts";

/**
 * Whether this person administers the inbox without reading what is assigned to others: then there is a list of that. Asked
 * again whenever everything is loaded afresh, as after a change of the store's setting. Null until it is known.
 */
export function useOthersOffered(): boolean | null {
  const { session, store } = useLive();
  const administers = store.permissions.includes("inbox_administration");
  const since = useLiveState(({ phase, inbox }) => (phase === "ready" ? inbox.since : null));
  const [offered, setOffered] = useState<boolean | null>(null);
  useEffect(() => {
    if (!administers || since === null) return;
    let isHere = true;
    void session.actions.access().then((outcome) => {
      if (isHere && outcome.kind === "done") {
        setOffered(!outcome.value.administratorsReadAssigned);
      }
    });
    return () => {
      isHere = false;
    };
  }, [session, administers, since]);
  return administers ? offered : false;
}
