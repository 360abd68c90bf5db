import type { EmailStanding } from "@shopbell/protocol/staff";
import { createContext, useContext } from "react";

/** Until it is known, nothing is promised. */
export const NOTHING_KNOWN: EmailStanding = {
  canSend: false,
  hearsAnswers: true,
  waiting: 0,
  since: null,
  reason: null,
};

export const MailStandingContext = createContext(NOTHING_KNOWN);

/** Whether answers follow customers by e-mail, and whether mail waits that should have left. */
export function useMailStanding(): EmailStanding {
  return useContext(MailStandingContext);
}
