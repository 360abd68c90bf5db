import type { ReactNode } from "react";
import styles from "./empty-state.module.css";

interface Props {
  readonly art?: ReactNode;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** What stands in the middle of a pane that has nothing to show, or could not load it. */
export function EmptyState({ art, title, children, actions }: Props) {
  return (
    <div className={styles.empty}>
      <div className={styles.inner}>
        {art}
        {title && <h2>{title}</h2>}
        {children && <p>{children}</p>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
