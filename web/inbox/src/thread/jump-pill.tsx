import { Icon } from "../design/icon.tsx";
import { texts } from "../texts/en.ts";
import styles from "./jump-pill.module.css";

interface Props {
  /** How many messages came unseen. */
  readonly missed: number;
  readonly onJump: () => void;
}

/** Leads back to the newest message; reading further up is never interrupted. */
export function JumpPill({ missed, onJump }: Props) {
  return (
    <button type="button" className={styles.pill} onClick={onJump}>
      <Icon name="arrow-down" size={16} />
      {missed > 0 ? texts.thread.newMessages(missed) : texts.thread.jump}
      {missed > 0 && <i className={styles.dot} />}
    </button>
  );
}
