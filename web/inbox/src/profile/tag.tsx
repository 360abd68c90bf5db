import type { ReactNode } from "react";
import styles from "./tag.module.css";

interface Props {
  readonly kind?: "plain" | "ok" | "warn";
  readonly children: ReactNode;
}

/** A word about a state. */
export function Tag({ kind = "plain", children }: Props) {
  return (
    <span className={styles.tag} data-kind={kind}>
      {children}
    </span>
  );
}
