import { type ReactNode, useEffect, useState } from "react";
import { useLive } from "../live/live.ts";
import { MailStandingContext, NOTHING_KNOWN } from "./mail-standing.ts";

/** A mail server that does not answer is noticed within minutes: that is soon enough to hear of it. */
const ASKED_EVERY_MS = 60_000;

/** Asks how mail stands now and then, while somebody looks. */
export function MailStandingProvider({ children }: { readonly children: ReactNode }) {
  const { session } = useLive();
  const [standing, setStanding] = useState(NOTHING_KNOWN);
  useEffect(() => {
    let isShown = true;
    const ask = () => {
      if (document.hidden) return;
      void session.actions.emailStanding().then((outcome) => {
        if (isShown && outcome.kind === "done") setStanding(outcome.value);
      });
    };
    ask();
    const timer = setInterval(ask, ASKED_EVERY_MS);
    document.addEventListener("visibilitychange", ask);
    return () => {
      isShown = false;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [session]);
  return <MailStandingContext value={standing}>{children}</MailStandingContext>;
}
