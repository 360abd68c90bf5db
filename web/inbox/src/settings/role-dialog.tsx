import type { Role } from "@shopbell/protocol/team";
import { type FormEvent, useRef, useState } from "react";
import { Dialog } from "../design/dialog.tsx";
import { Field } from "../design/field.tsx";
import { useLive } from "../live/live.ts";
import { settingsTexts } from "../texts/en-settings.ts";
import { Choices } from "./choices.tsx";
import { DialogActions } from "./dialog-actions.tsx";
import styles from "./dialog-form.module.css";
import { problemText } from "./problem-text.ts";
import { mayGive, type Team } from "./team.ts";

const texts = settingsTexts.roles;

interface Props {
  readonly team: Team;
  /** Null for a new one. */
  readonly role: Role | null;
  readonly onClose: () => void;
}

interface Mistakes {
  readonly name?: string;
  readonly permissions?: string;
}

export function RoleDialog({ team, role, onClose }: Props) {
  const { staff, store } = useLive();
  const dialog = useRef<HTMLDialogElement>(null);
  const isOwner = team.members.some(({ id, owner }) => owner && id === staff.id);
  const [name, setName] = useState(role?.name ?? "");
  const [permissions, setPermissions] = useState<readonly string[]>(role?.permissions ?? []);
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found: Mistakes = {
      ...(!name.trim() && { name: texts.nameMissing }),
      ...(permissions.length === 0 && { permissions: texts.permissionMissing }),
    };
    setMistakes(found);
    if (found.name || found.permissions) return;
    setBusy(true);
    const draft = { name, permissions };
    const outcome = role
      ? await team.api.changeRole(role.id, draft)
      : await team.api.makeRole(draft);
    setBusy(false);
    if (outcome.kind !== "done") {
      setMistakes({ name: problemText(outcome) });
      return;
    }
    const made = outcome.value.role.name;
    await team.changed(role ? texts.changed(made) : texts.made(made));
    dialog.current?.close();
  };

  return (
    <Dialog
      ref={dialog}
      title={role ? texts.editTitle(role.name) : texts.addTitle}
      onClose={onClose}
    >
      <form className={styles.form} noValidate onSubmit={submit}>
        <Field
          label={texts.name}
          name="name"
          dir="auto"
          autoComplete="off"
          value={name}
          onChange={({ target }) => setName(target.value)}
          error={mistakes.name}
        />
        <Choices
          legend={texts.permissions}
          name="permission"
          choices={Object.entries(settingsTexts.permissions)
            .filter(([word]) => mayGive(store, isOwner, [word]))
            .map(([word, permission]) => ({ value: word, ...permission }))}
          chosen={permissions}
          onChange={setPermissions}
          error={mistakes.permissions}
        />
        {role && role.members > 0 && <p className={styles.text}>{texts.changeHint}</p>}
        <DialogActions
          submit={busy ? settingsTexts.saving : settingsTexts.save}
          busy={busy}
          onCancel={() => dialog.current?.close()}
        />
      </form>
    </Dialog>
  );
}
