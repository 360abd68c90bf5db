import type { Failure } from "@shopbell/sync/http";
import { texts } from "../texts/en.ts";

/** Why something was not done, in words. */
export function failureWords(failure: Failure): string {
  if (failure.kind === "unreached") return texts.handling.notNow;
  if (failure.status === 429) return texts.problem.tooMany;
  return texts.handling.refusals[failure.code] ?? texts.problem.generic;
}
