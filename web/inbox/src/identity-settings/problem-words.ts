import type { Failure } from "@shopbell/sync/http";
import { identityTexts as texts } from "../texts/en-identity.ts";

/** Why something was not done, for the person who wanted it. */
export function problemWords(failure: Failure): string {
  if (failure.kind === "unreached") return texts.offline;
  return texts.refusals[failure.code] ?? texts.failed;
}
