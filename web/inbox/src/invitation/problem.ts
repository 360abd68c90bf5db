import type { Failure } from "@shopbell/sync/http";
import { texts } from "../texts/en.ts";
import { invitationTexts } from "../texts/en-invitation.ts";

export function invitationProblem(failure: Failure): string {
  if (failure.kind === "unreached") return invitationTexts.offline;
  if (failure.code === "too_many_requests") return invitationTexts.tooMany;
  if (failure.code === "wrong_credentials") return texts.login.wrongCredentials;
  return texts.setup.refusals[failure.code] ?? invitationTexts.failed;
}
