import type { Outcome } from "@shopbell/sync/http";
import { type FormEvent, useRef, useState } from "react";
import { Dialog } from "../design/dialog.tsx";
import { useLive } from "../live/live.ts";
import { settingsTexts } from "../texts/en-settings.ts";
import { Choices } from "./choices.tsx";
import { DialogActions } from "./dialog-actions.tsx";
import styles from "./dialog-form.module.css";
import { problemText } from "./problem-text.ts";
import { mayGive, permissionsOf, roleChoice, type Team } from "./team.ts";

const CONVERSATIONS = "conversation_management";

interface Props {
  readonly team: Team;
  /** Who has them, or is to have them: a name, or the address of whoever has not joined yet. */
  readonly who: string;
  readonly given: readonly { readonly id: string }[];
  readonly give: (roles: readonly string[]) => Promise<Outcome<unknown>>;
  /** Whether conversations may be assigned to them. */
  readonly works: boolean;
  readonly onClose: () => void;
}

/** Which roles a member has, or somebody who is invited is to have. */
export function GivenRolesDialog({ team, who, given, give, works, onClose }: Props) {
  const { staff, store } = useLive();
  const dialog = useRef<HTMLDialogElement>(null);
  const isOwner = team.members.some(({ id, owner }) => owner && id === staff.id);
  const offered = team.roles.filter(({ permissions }) => mayGive(store, isOwner, permissions));
  const [roles, setRoles] = useState<readonly string[]>(() => given.map(({ id }) => id));
  const [mistake, setMistake] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);

  const talks = (ids: readonly string[]) =>
    permissionsOf(
      team.roles,
      ids.map((id) => ({ id })),
    ).includes(CONVERSATIONS);
  const loses = works && talks(given.map(({ id }) => id)) && !talks(roles);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (roles.length === 0) {
      setMistake(settingsTexts.invite.roleMissing);
      return;
    }
    setBusy(true);
    const outcome = await give(roles);
    setBusy(false);
    if (outcome.kind !== "done") {
      setMistake(problemText(outcome));
      return;
    }
    await team.changed(settingsTexts.staff.rolesChanged(who));
    dialog.current?.close();
  };

  return (
    <Dialog ref={dialog} title={settingsTexts.rolesDialog.title(who)} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <Choices
          legend={settingsTexts.invite.roles}
          name="role"
          choices={offered.map(roleChoice)}
          chosen={roles}
          onChange={setRoles}
          error={mistake}
        />
        <div role="status">
          {loses && <p className={styles.text}>{settingsTexts.rolesDialog.losing}</p>}
        </div>
        <DialogActions
          submit={busy ? settingsTexts.saving : settingsTexts.save}
          busy={busy}
          onCancel={() => dialog.current?.close()}
        />
      </form>
    </Dialog>
  );
}
