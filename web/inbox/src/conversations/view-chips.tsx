import type { View } from "@shopbell/protocol/staff";
import { Link } from "wouter";
import { texts } from "../texts/en.ts";
import { useViewCount } from "./use-view-count.ts";
import { messagesPath, VIEWS } from "./view.ts";
import styles from "./view-chips.module.css";

/** The choice of view on a phone. */
export function ViewChips({ view }: { readonly view: View }) {
  return (
    <nav className={styles.chips} aria-label={texts.list.viewMenu}>
      {VIEWS.map((each) => (
        <Chip key={each} view={each} current={each === view} />
      ))}
    </nav>
  );
}

function Chip({ view, current }: { readonly view: View; readonly current: boolean }) {
  const count = useViewCount(view);
  // A phone has no room for what nobody has to do anything about.
  const hasCount = view !== "all" && count !== undefined && count !== texts.list.count(0);
  return (
    <Link
      href={messagesPath(view)}
      className={styles.chip}
      aria-current={current ? "true" : undefined}
      replace
    >
      {texts.list.views[view]}
      {hasCount && <span className={styles.count}>{count}</span>}
    </Link>
  );
}
