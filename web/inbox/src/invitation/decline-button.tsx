import type { InvitationApi } from "@shopbell/sync/team-api";
import { useState } from "react";
import { Button } from "../design/button.tsx";
import { invitationTexts as texts } from "../texts/en-invitation.ts";
import { invitationProblem } from "./problem.ts";

interface Props {
  readonly api: InvitationApi;
  readonly token: string;
  readonly onDeclined: () => void;
  readonly onEnded: () => void;
}

export function DeclineButton({ api, token, onDeclined, onEnded }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const decline = async () => {
    const outcome = await api.decline(token);
    if (outcome.kind === "done") onDeclined();
    else if (outcome.kind === "refused" && outcome.code === "link_ended") onEnded();
    else setProblem(invitationProblem(outcome));
  };
  return (
    <>
      <Button kind="secondary" size="large" wide onClick={decline}>
        {texts.decline}
      </Button>
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}
