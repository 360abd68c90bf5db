import type { Invitation } from "@shopbell/protocol/team";
import { type FormEvent, useRef, useState } from "react";
import { Dialog } from "../design/dialog.tsx";
import { Field } from "../design/field.tsx";
import { useLive } from "../live/live.ts";
import { settingsTexts } from "../texts/en-settings.ts";
import { Choices } from "./choices.tsx";
import { DialogActions } from "./dialog-actions.tsx";
import styles from "./dialog-form.module.css";
import { problemText } from "./problem-text.ts";
import { mayGive, roleChoice, type Team } from "./team.ts";

const texts = settingsTexts.invite;

interface Props {
  readonly team: Team;
  readonly onClose: () => void;
  /** Nothing is mailed: the link is next. */
  readonly onLink: (invitation: Invitation) => void;
}

interface Mistakes {
  readonly email?: string;
  readonly roles?: string;
}

export function InviteDialog({ team, onClose, onLink }: Props) {
  const { staff, store } = useLive();
  const dialog = useRef<HTMLDialogElement>(null);
  const isOwner = team.members.some(({ id, owner }) => owner && id === staff.id);
  const offered = team.roles.filter(({ permissions }) => mayGive(store, isOwner, permissions));
  const [email, setEmail] = useState("");
  const [roles, setRoles] = useState<readonly string[]>(() =>
    offered.slice(0, 1).map(({ id }) => id),
  );
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found: Mistakes = {
      ...(!email.trim() && { email: texts.emailMissing }),
      ...(roles.length === 0 && { roles: texts.roleMissing }),
    };
    setMistakes(found);
    if (found.email || found.roles) return;
    setBusy(true);
    const outcome = await team.api.invite(email.trim(), roles);
    setBusy(false);
    if (outcome.kind !== "done") {
      const text = problemText(outcome);
      const isRoles = outcome.kind === "refused" && outcome.field === "roles";
      setMistakes(isRoles ? { roles: text } : { email: text });
      return;
    }
    const { invitation } = outcome.value;
    await team.changed(team.mailed ? settingsTexts.staff.sent(invitation.email) : null);
    if (team.mailed) dialog.current?.close();
    else onLink(invitation);
  };

  return (
    <Dialog ref={dialog} title={texts.title} onClose={onClose}>
      <form className={styles.form} noValidate onSubmit={submit}>
        <Field
          label={texts.email}
          name="email"
          type="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={email}
          onChange={({ target }) => setEmail(target.value)}
          hint={team.mailed ? texts.hint : texts.noMailHint}
          error={mistakes.email}
        />
        <Choices
          legend={texts.roles}
          name="role"
          choices={offered.map(roleChoice)}
          chosen={roles}
          onChange={setRoles}
          error={mistakes.roles}
        />
        <DialogActions
          submit={busy ? texts.submitting : team.mailed ? texts.submit : texts.submitNoMail}
          busy={busy}
          onCancel={() => dialog.current?.close()}
        />
      </form>
    </Dialog>
  );
}
