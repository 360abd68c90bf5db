import type { Failure } from "@shopbell/sync/http";
import { quickReplySettingsTexts as texts } from "../texts/en-quick-reply-settings.ts";

/** Why something was not done, for the person who wanted it. */
export function problemWords(failure: Failure, shortcut = ""): string {
  if (failure.kind === "unreached") return texts.offline;
  return texts.refusals[failure.code]?.(shortcut) ?? texts.failed;
}
