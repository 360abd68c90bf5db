import type { Role } from "@shopbell/protocol/team";
import { type ReactNode, useState } from "react";
import { Button } from "../design/button.tsx";
import { useLive } from "../live/live.ts";
import { settingsTexts } from "../texts/en-settings.ts";
import { AccessSwitch } from "./access-switch.tsx";
import card from "./card.module.css";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { PageHead } from "./page-head.tsx";
import { problemText } from "./problem-text.ts";
import { RoleDialog } from "./role-dialog.tsx";
import { RoleMatrix } from "./role-matrix.tsx";
import { StatusLine } from "./status-line.tsx";
import { managesStaff, mayGive, type Team } from "./team.ts";

const texts = settingsTexts.roles;

type Open =
  | { readonly kind: "edit"; readonly role: Role | null }
  | { readonly kind: "remove"; readonly role: Role };

interface Props {
  readonly team: Team;
  readonly tabs: ReactNode;
}

/** The roles of the store, and what goes with being an administrator. */
export function RolesTab({ team, tabs }: Props) {
  const { staff, store } = useLive();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const isOwner = team.members.some(({ id, owner }) => owner && id === staff.id);
  const manages = managesStaff(store);

  const remove = async (role: Role) => {
    const outcome = await team.api.removeRole(role.id);
    if (outcome.kind !== "done") return problemText(outcome);
    await team.changed(texts.removed(role.name));
    return null;
  };

  return (
    <>
      <PageHead
        title={settingsTexts.staff.page}
        action={
          manages && (
            <Button kind="primary" onClick={() => setOpen({ kind: "edit", role: null })}>
              {texts.add}
            </Button>
          )
        }
      />
      {tabs}
      <StatusLine said={team.said} />
      <ul className={card.card} aria-label={texts.list}>
        {team.roles.map((role) => (
          <RoleRow
            key={role.id}
            role={role}
            changeable={manages && !role.builtIn && mayGive(store, isOwner, role.permissions)}
            onEdit={() => setOpen({ kind: "edit", role })}
            onRemove={() => setOpen({ kind: "remove", role })}
          />
        ))}
      </ul>
      <RoleMatrix roles={team.roles} />
      {store.permissions.includes("inbox_administration") && <AccessSwitch team={team} />}
      {open?.kind === "edit" && <RoleDialog team={team} role={open.role} onClose={close} />}
      {open?.kind === "remove" && (
        <ConfirmDialog
          title={settingsTexts.confirm.removeTitle(open.role.name)}
          text={settingsTexts.confirm.remove}
          submit={settingsTexts.confirm.removeButton}
          onConfirm={() => remove(open.role)}
          onClose={close}
        />
      )}
    </>
  );
}

interface RowProps {
  readonly role: Role;
  readonly changeable: boolean;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function RoleRow({ role, changeable, onEdit, onRemove }: RowProps) {
  const used = [
    ...(role.members > 0 ? [texts.used(role.members)] : []),
    ...(role.invited > 0 ? [texts.invited(role.invited)] : []),
  ];
  return (
    <li className={card.row}>
      <div className={card.grow}>
        <bdi className={card.name}>{role.name}</bdi>
        <p className={card.quiet}>{used.length > 0 ? used.join(", ") : texts.nobody}</p>
      </div>
      {changeable && (
        <>
          <Button kind="ghost" aria-label={texts.editOf(role.name)} onClick={onEdit}>
            {texts.edit}
          </Button>
          {used.length === 0 && (
            <Button kind="ghost" aria-label={texts.removeOf(role.name)} onClick={onRemove}>
              {texts.remove}
            </Button>
          )}
        </>
      )}
    </li>
  );
}
