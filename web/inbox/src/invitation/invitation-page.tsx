import type { OpenedInvitation } from "@shopbell/protocol/team";
import { createInvitationApi } from "@shopbell/sync/team-api";
import { useEffect, useState } from "react";
import { CardPage } from "../account/card-page.tsx";
import styles from "../account/form.module.css";
import { ProblemState } from "../design/problem-state.tsx";
import { usePageTitle } from "../shell/use-page-title.ts";
import { invitationTexts as texts } from "../texts/en-invitation.ts";
import { DeclineButton } from "./decline-button.tsx";
import { JoinForm } from "./join-form.tsx";
import { invitationProblem } from "./problem.ts";

const api = createInvitationApi();

type Stage =
  | { readonly kind: "asking" }
  | { readonly kind: "problem"; readonly text: string }
  | { readonly kind: "ended" }
  | { readonly kind: "declined"; readonly invitedBy: string }
  | { readonly kind: "open"; readonly invitation: OpenedInvitation };

/** Where the link of an invitation leads. The token is behind the #, so that no server's log has it. */
export function InvitationPage() {
  usePageTitle(texts.page);
  const [token] = useState(() => location.hash.slice(1));
  const [stage, setStage] = useState<Stage>({ kind: token === "" ? "ended" : "asking" });

  // Nor does the browser's history keep it.
  useEffect(() => history.replaceState(history.state, "", location.pathname), []);

  const ask = async () => {
    const outcome = await api.open(token);
    if (outcome.kind === "done") setStage({ kind: "open", invitation: outcome.value });
    else if (outcome.kind === "refused" && outcome.code === "link_ended")
      setStage({ kind: "ended" });
    else setStage({ kind: "problem", text: invitationProblem(outcome) });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for the link.
  useEffect(() => {
    if (token !== "") void ask();
  }, [token]);

  switch (stage.kind) {
    case "asking":
      return null;
    case "problem":
      return <ProblemState text={stage.text} onRetry={ask} />;
    case "ended":
      return (
        <CardPage title={texts.endedTitle}>
          <p role="alert">{texts.ended}</p>
        </CardPage>
      );
    case "declined":
      return (
        <CardPage title={texts.declinedTitle}>
          <p role="status">{texts.declined(stage.invitedBy)}</p>
        </CardPage>
      );
    case "open": {
      const { store, invitedBy, roles } = stage.invitation;
      const ended = () => setStage({ kind: "ended" });
      return (
        <CardPage title={texts.title(store)} intro={texts.intro(invitedBy, roles.join(", "))}>
          <div className={styles.form}>
            <JoinForm api={api} token={token} invitation={stage.invitation} onEnded={ended} />
            <DeclineButton
              api={api}
              token={token}
              onDeclined={() => setStage({ kind: "declined", invitedBy })}
              onEnded={ended}
            />
          </div>
        </CardPage>
      );
    }
  }
}
