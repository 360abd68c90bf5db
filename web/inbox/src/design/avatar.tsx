import styles from "./avatar.module.css";
import { hueOf, initialsOf } from "./person.ts";

interface Props {
  /** Decides the colour, so that a person keeps it under another name. */
  readonly id: string;
  readonly name: string;
  readonly size?: "tiny" | "compact" | "small" | "medium" | "large" | "huge";
  readonly online?: boolean;
}

/** Initials on the person's own colour. Always beside the name, so it is hidden from screen readers. */
export function Avatar({ id, name, size = "large", online = false }: Props) {
  return (
    <span aria-hidden="true" className={styles.avatar} data-size={size} data-hue={hueOf(id)}>
      {initialsOf(name)}
      {online && <i className={styles.online} />}
    </span>
  );
}
