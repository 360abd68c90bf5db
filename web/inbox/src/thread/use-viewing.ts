import { useEffect } from "react";
import { useLive } from "../live/live.ts";

/** Tells colleagues that this conversation is being looked at, for as long as it is. */
export function useViewing(conversation: string): void {
  const { session } = useLive();
  useEffect(() => {
    const tell = () => session.view(document.visibilityState === "visible" ? conversation : null);
    tell();
    document.addEventListener("visibilitychange", tell);
    return () => {
      document.removeEventListener("visibilitychange", tell);
      session.view(null);
    };
  }, [session, conversation]);
}
