import type { ProfileAnswer } from "@shopbell/protocol/profile";
import type { Outcome } from "@shopbell/sync/http";
import { useState } from "react";
import { profileTexts as texts } from "../texts/en-profile.ts";

/** Linking and taking it back, one at a time. */
export function useLinking(take: (answer: ProfileAnswer) => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async (what: () => Promise<Outcome<ProfileAnswer>>, done: () => void) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const outcome = await what();
    setBusy(false);
    if (outcome.kind === "done") {
      take(outcome.value);
      done();
    } else {
      const code = outcome.kind === "refused" ? outcome.code : "";
      setProblem(texts.linkRefusals[code] ?? texts.notDone);
    }
  };
  return { busy, problem, run };
}
