import { useId } from "react";
import { Icon, type IconName } from "../design/icon.tsx";
import { Switch } from "../design/switch.tsx";
import styles from "./notifications-page.module.css";

interface Props {
  readonly icon: IconName;
  readonly label: string;
  readonly hint: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** One way of being told. */
export function SwitchRow({ icon, label, hint, on, onChange }: Props) {
  const id = useId();
  return (
    <div className={styles.row}>
      <Icon name={icon} size={18} className={styles.icon} />
      <label htmlFor={id}>{label}</label>
      <Switch id={id} describedBy={`${id}-hint`} on={on} onChange={onChange} />
      <p id={`${id}-hint`}>{hint}</p>
    </div>
  );
}
