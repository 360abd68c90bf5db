import type { ReactNode } from "react";
import { texts } from "../texts/en.ts";
import styles from "./card-page.module.css";
import { Mark } from "./mark.tsx";

interface Props {
  readonly title: string;
  readonly intro?: string | undefined;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A page outside the shell: one card in the middle. */
export function CardPage({ title, intro, wide = false, children }: Props) {
  return (
    <main className={styles.page}>
      <div className={styles.card} data-wide={wide ? "" : undefined}>
        <header className={styles.head}>
          <Mark />
          <h1>{title}</h1>
          {intro && <p>{intro}</p>}
        </header>
        {children}
      </div>
      <p className={styles.foot}>{texts.login.runsOn(location.host)}</p>
    </main>
  );
}
