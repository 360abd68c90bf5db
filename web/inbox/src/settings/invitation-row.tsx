import type { Invitation } from "@shopbell/protocol/team";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { Menu, MenuEntry } from "../design/menu.tsx";
import { useMenu } from "../design/use-menu.ts";
import { useLive } from "../live/live.ts";
import { settingsTexts } from "../texts/en-settings.ts";
import { exactTime } from "../time/format.ts";
import { Chip } from "./chip.tsx";
import { problemText } from "./problem-text.ts";
import { RolesButton } from "./roles-button.tsx";
import styles from "./row.module.css";
import { managesStaff, mayGive, permissionsOf, type Team } from "./team.ts";
import { dayOf, standing } from "./when.ts";

const texts = settingsTexts.staff;

const TONES = { pending: "waiting", expired: "bad", declined: "quiet" } as const;

interface Props {
  readonly team: Team;
  readonly invitation: Invitation;
  readonly onLink: () => void;
  readonly onRoles: () => void;
}

export function InvitationRow({ team, invitation, onLink, onRoles }: Props) {
  const { staff, store } = useLive();
  const isOwner = team.members.some(({ id, owner }) => owner && id === staff.id);
  const changeable =
    managesStaff(store) && mayGive(store, isOwner, permissionsOf(team.roles, invitation.roles));
  const roles = invitation.roles.map(({ name }) => name).join(", ");
  return (
    <tr>
      <td className={styles.first}>
        <div className={styles.person}>
          <span className={styles.mark}>
            <Icon name="mail" />
          </span>
          <div className={styles.who}>
            <span className={styles.name}>{invitation.email}</span>
            <bdi className={styles.below}>
              {texts.invitedBy(invitation.invitedBy, dayOf(invitation.invitedAt))}
            </bdi>
          </div>
        </div>
      </td>
      <td className={styles.roles}>
        {changeable ? (
          <RolesButton who={invitation.email} roles={roles} onClick={onRoles} />
        ) : (
          <bdi>{roles}</bdi>
        )}
      </td>
      <td className={styles.status}>
        <Chip tone={TONES[invitation.status]}>{texts[invitation.status]}</Chip>
      </td>
      <td className={styles.when} title={exactTime(invitation.expiresAt)}>
        {standing(invitation)}
      </td>
      <td className={styles.end}>
        {changeable && (
          <Actions team={team} invitation={invitation} onLink={onLink} onRoles={onRoles} />
        )}
      </td>
    </tr>
  );
}

function Actions({ team, invitation, onLink, onRoles }: Props) {
  const menu = useMenu();
  const { api } = team;
  const { id, email } = invitation;

  const sendAgain = async () => {
    menu.close();
    const outcome = await api.mailAgain(id);
    if (outcome.kind === "done") await team.changed(texts.sent(email));
    else team.failed(problemText(outcome));
  };
  const withdraw = async () => {
    menu.close();
    const outcome = await api.withdraw(id);
    if (outcome.kind === "done") await team.changed(texts.withdrawn(email));
    else team.failed(problemText(outcome));
  };
  const copy = () => {
    menu.close();
    onLink();
  };
  const changeRoles = () => {
    menu.close();
    onRoles();
  };
  const sends = team.mailed && invitation.status !== "pending";
  return (
    <div className={styles.actions}>
      <Button
        kind={sends ? "secondary" : "ghost"}
        aria-label={`${sends ? texts.sendAgain : texts.copyLink}: ${email}`}
        onClick={sends ? sendAgain : onLink}
      >
        {sends ? texts.sendAgain : texts.copyLink}
      </Button>
      <div className={styles.menu}>
        <Button {...menu.openerProps} kind="ghost" icon aria-label={texts.menuOf(email)}>
          <Icon name="dots" />
        </Button>
        {menu.open && (
          <Menu {...menu.menuProps} label={texts.menuOf(email)} place="below-end">
            <MenuEntry onChoose={changeRoles}>{texts.changeRoles}</MenuEntry>
            <MenuEntry onChoose={copy}>{texts.copyLink}</MenuEntry>
            {team.mailed && <MenuEntry onChoose={sendAgain}>{texts.sendAgain}</MenuEntry>}
            <MenuEntry onChoose={withdraw}>{texts.withdraw}</MenuEntry>
          </Menu>
        )}
      </div>
    </div>
  );
}
