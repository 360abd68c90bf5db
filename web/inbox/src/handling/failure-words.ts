import type { Failure } from "@shopbell/sync/http";
import { texts } from "../texts/en.ts";
import { showToast } from "../toast/toasts.ts";

/** Why something was not done, in words. */
export function failureWords(failure: Failure): string {
  if (failure.kind === "unreached") return texts.handling.notNow;
  if (failure.status === 429) return texts.problem.tooMany;
  return texts.handling.refusals[failure.code] ?? texts.problem.generic;
}

export function tellFailure(failure: Failure): void {
  showToast({ text: [failureWords(failure)] });
}
