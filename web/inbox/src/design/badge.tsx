import { texts } from "../texts/en.ts";
import styles from "./badge.module.css";

interface Props {
  readonly count: number;
  /** What is counted, in words. */
  readonly label?: string;
}

/** How many conversations need somebody; nothing when none does. */
export function Badge({ count, label = texts.shell.badgeLabel(count) }: Props) {
  if (count === 0) return null;
  return (
    <span className={styles.badge} data-badge="">
      <span aria-hidden="true">{texts.shell.badge(count)}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
