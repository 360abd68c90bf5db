import type { Failure } from "@shopbell/sync/http";
import { settingsTexts } from "../texts/en-settings.ts";

/** Why something was not done, for the person who wanted it. */
export function problemText(failure: Failure): string {
  if (failure.kind === "unreached") return settingsTexts.offline;
  return settingsTexts.refusals[failure.code] ?? settingsTexts.failed;
}
