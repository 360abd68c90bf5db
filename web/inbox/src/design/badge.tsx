import { texts } from "../texts/en.ts";
import styles from "./badge.module.css";

interface Props {
  readonly count: number;
}

/** How many conversations need an answer; nothing when none does. */
export function Badge({ count }: Props) {
  if (count === 0) return null;
  return (
    <span className={styles.badge} data-badge="">
      <span aria-hidden="true">{texts.shell.badge(count)}</span>
      <span className="visually-hidden">{texts.shell.badgeLabel(count)}</span>
    </span>
  );
}
