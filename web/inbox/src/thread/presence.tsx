import { texts } from "../texts/en.ts";
import { useNow } from "../time/clock.ts";
import { leftAgo } from "../time/format.ts";
import styles from "./presence.module.css";

interface Props {
  readonly online: boolean;
  /** When the customer left, if that was told. */
  readonly leftAt: string | null;
}

export function Presence({ online, leftAt }: Props) {
  const now = useNow();
  if (online) return <span className={styles.online}>{texts.presence.online}</span>;
  if (leftAt === null) return null;
  return <span className={styles.left}>{leftAgo(leftAt, now)}</span>;
}
