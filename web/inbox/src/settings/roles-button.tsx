import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { settingsTexts } from "../texts/en-settings.ts";
import styles from "./row.module.css";

interface Props {
  readonly who: string;
  readonly roles: string;
  readonly onClick: () => void;
}

/** Somebody's roles, which can be changed. */
export function RolesButton({ who, roles, onClick }: Props) {
  return (
    <span className={styles.change}>
      <Button
        kind="ghost"
        size="small"
        aria-label={settingsTexts.staff.rolesOf(who, roles)}
        onClick={onClick}
      >
        <bdi className="truncate">{roles}</bdi>
        <Icon name="down" size={16} />
      </Button>
    </span>
  );
}
