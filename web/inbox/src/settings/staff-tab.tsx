import type { Invitation, TeamMember } from "@shopbell/protocol/team";
import { type ReactNode, useState } from "react";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { useLive } from "../live/live.ts";
import { settingsTexts } from "../texts/en-settings.ts";
import { DeactivateDialog } from "./deactivate-dialog.tsx";
import { GivenRolesDialog } from "./given-roles-dialog.tsx";
import { InvitationRow } from "./invitation-row.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { MemberRow } from "./member-row.tsx";
import { PageHead } from "./page-head.tsx";
import styles from "./staff-tab.module.css";
import { StatusLine } from "./status-line.tsx";
import { managesStaff, type Team } from "./team.ts";

const texts = settingsTexts.staff;

type Open =
  | { readonly kind: "invite" }
  | { readonly kind: "roles" | "deactivate"; readonly member: TeamMember }
  | { readonly kind: "link" | "invited roles"; readonly invitation: Invitation };

interface Props {
  readonly team: Team;
  readonly tabs: ReactNode;
}

/** Everybody who works here or is invited to. */
export function StaffTab({ team, tabs }: Props) {
  const { store } = useLive();
  const [open, setOpen] = useState<Open | null>(null);
  const manages = managesStaff(store);
  const close = () => setOpen(null);
  const invite = (
    <Button kind="primary" onClick={() => setOpen({ kind: "invite" })}>
      <Icon name="user-plus" />
      {texts.invite}
    </Button>
  );
  return (
    <>
      <PageHead title={texts.page} action={manages && invite} />
      {tabs}
      <StatusLine said={team.said} />
      {manages && !team.mailed && <p className={styles.notice}>{texts.noMail}</p>}
      <div className={styles.card}>
        <table className={styles.table}>
          <caption className="visually-hidden">{texts.table}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.person}</th>
              <th scope="col">{texts.role}</th>
              <th scope="col">{texts.status}</th>
              <th scope="col">{texts.lastActive}</th>
              <th scope="col">
                <span className="visually-hidden">{texts.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {team.members.map((member) => (
              <MemberRow
                key={member.id}
                team={team}
                member={member}
                onRoles={() => setOpen({ kind: "roles", member })}
                onDeactivate={() => setOpen({ kind: "deactivate", member })}
              />
            ))}
            {team.invitations.map((invitation) => (
              <InvitationRow
                key={invitation.id}
                team={team}
                invitation={invitation}
                onLink={() => setOpen({ kind: "link", invitation })}
                onRoles={() => setOpen({ kind: "invited roles", invitation })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {open?.kind === "invite" && (
        <InviteDialog
          team={team}
          onClose={close}
          onLink={(invitation) => setOpen({ kind: "link", invitation })}
        />
      )}
      {open?.kind === "roles" && (
        <GivenRolesDialog
          team={team}
          who={open.member.name}
          given={open.member.roles}
          give={(roles) => team.api.giveRoles(open.member.id, roles)}
          works={open.member.status === "joined"}
          onClose={close}
        />
      )}
      {open?.kind === "invited roles" && (
        <GivenRolesDialog
          team={team}
          who={open.invitation.email}
          given={open.invitation.roles}
          give={(roles) => team.api.giveInvitedRoles(open.invitation.id, roles)}
          works={false}
          onClose={close}
        />
      )}
      {open?.kind === "deactivate" && (
        <DeactivateDialog team={team} member={open.member} onClose={close} />
      )}
      {open?.kind === "link" && (
        <LinkDialog
          key={open.invitation.id}
          team={team}
          invitation={open.invitation}
          onClose={close}
        />
      )}
    </>
  );
}
