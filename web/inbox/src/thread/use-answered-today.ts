import { useEffect, useState } from "react";
import { useLive } from "../live/live.ts";

/** How many people one has answered since midnight, where the store is; 0 until that is known. */
export function useAnsweredToday(): number {
  const { session } = useLive();
  const [answered, setAnswered] = useState(0);
  useEffect(() => {
    let isShown = true;
    void session.actions.today().then((outcome) => {
      if (isShown && outcome.kind === "done") setAnswered(outcome.value.answered);
    });
    return () => {
      isShown = false;
    };
  }, [session]);
  return answered;
}
