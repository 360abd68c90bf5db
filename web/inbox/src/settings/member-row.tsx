import type { TeamMember } from "@shopbell/protocol/team";
import { Avatar } from "../design/avatar.tsx";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { Menu, MenuEntry } from "../design/menu.tsx";
import { useMenu } from "../design/use-menu.ts";
import { useLive } from "../live/live.ts";
import { settingsTexts } from "../texts/en-settings.ts";
import { useNow } from "../time/clock.ts";
import { exactTime } from "../time/format.ts";
import { Chip } from "./chip.tsx";
import { problemText } from "./problem-text.ts";
import { RolesButton } from "./roles-button.tsx";
import styles from "./row.module.css";
import { managesStaff, mayGive, permissionsOf, type Team } from "./team.ts";
import { lastActive } from "./when.ts";

const texts = settingsTexts.staff;

interface Props {
  readonly team: Team;
  readonly member: TeamMember;
  readonly onRoles: () => void;
  readonly onDeactivate: () => void;
}

export function MemberRow({ team, member, onRoles, onDeactivate }: Props) {
  const { staff, store } = useLive();
  const now = useNow();
  const isSelf = member.id === staff.id;
  const isOwner = team.members.some(({ id, owner }) => owner && id === staff.id);
  const changeable =
    managesStaff(store) &&
    !member.owner &&
    !isSelf &&
    mayGive(store, isOwner, permissionsOf(team.roles, member.roles));
  const roles = member.owner ? texts.owner : member.roles.map(({ name }) => name).join(", ");
  const away = member.status === "deactivated";
  const active = away ? member.deactivatedAt : member.lastActiveAt;
  return (
    <tr className={away ? styles.away : undefined}>
      <td className={styles.first}>
        <div className={styles.person}>
          <Avatar id={member.id} name={member.name} />
          <div className={styles.who}>
            <span className={styles.name}>
              <bdi>{member.name}</bdi>
              {isSelf && <Chip tone="quiet">{texts.you}</Chip>}
            </span>
            <span className={styles.below}>{member.email}</span>
          </div>
        </div>
      </td>
      <td className={styles.roles}>
        {changeable ? (
          <RolesButton who={member.name} roles={roles} onClick={onRoles} />
        ) : (
          <bdi>{roles}</bdi>
        )}
      </td>
      <td className={styles.status}>
        {away ? (
          <Chip tone="quiet">{texts.deactivated}</Chip>
        ) : (
          <Chip tone="good">{texts.joined}</Chip>
        )}
      </td>
      <td className={styles.when} title={active ? exactTime(active) : undefined}>
        {lastActive(member, now)}
      </td>
      <td className={styles.end}>
        {changeable && (
          <MemberMenu team={team} member={member} onDeactivate={onDeactivate} onRoles={onRoles} />
        )}
      </td>
    </tr>
  );
}

function MemberMenu({ team, member, onRoles, onDeactivate }: Props) {
  const menu = useMenu();
  const reactivate = async () => {
    menu.close();
    const outcome = await team.api.reactivate(member.id);
    if (outcome.kind === "done") await team.changed(texts.isReactivated(member.name));
    else team.failed(problemText(outcome));
  };
  return (
    <div className={styles.actions}>
      <div className={styles.menu}>
        <Button {...menu.openerProps} kind="ghost" icon aria-label={texts.menuOf(member.name)}>
          <Icon name="dots" />
        </Button>
        {menu.open && (
          <Menu {...menu.menuProps} label={texts.menuOf(member.name)} place="below-end">
            <MenuEntry
              onChoose={() => {
                menu.close();
                onRoles();
              }}
            >
              {texts.changeRoles}
            </MenuEntry>
            {member.status === "joined" ? (
              <MenuEntry
                onChoose={() => {
                  menu.close();
                  onDeactivate();
                }}
              >
                {texts.deactivate}
              </MenuEntry>
            ) : (
              <MenuEntry onChoose={reactivate}>{texts.reactivate}</MenuEntry>
            )}
          </Menu>
        )}
      </div>
    </div>
  );
}
