import type { ReactNode } from "react";
import styles from "./page-head.module.css";

interface Props {
  readonly title: string;
  readonly intro?: string;
  readonly action?: ReactNode;
}

export function PageHead({ title, intro, action }: Props) {
  return (
    <header className={styles.head}>
      <h1>{title}</h1>
      {action}
      {intro && <p>{intro}</p>}
    </header>
  );
}
