import styles from "./switch.module.css";

interface Props {
  readonly id: string;
  readonly describedBy?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** On or off, at once. */
export function Switch({ id, describedBy, on, onChange }: Props) {
  return (
    <input
      id={id}
      type="checkbox"
      role="switch"
      className={styles.switch}
      aria-describedby={describedBy}
      checked={on}
      aria-checked={on}
      onChange={({ target }) => onChange(target.checked)}
    />
  );
}
