import { ListSkeleton } from "../conversations/list-skeleton.tsx";
import { Button } from "../design/button.tsx";
import { ProblemState } from "../design/problem-state.tsx";
import { useLate } from "../design/use-late.ts";
import { texts } from "../texts/en.ts";
import { OtherRow } from "./other-row.tsx";
import styles from "./others-list.module.css";
import { useOthers } from "./use-others.ts";

/** What is assigned to others, for Inbox administrators who do not read it: whose it is, and nothing of what was said. */
export function OthersList() {
  const { rows, more, failure, loadMore, refresh } = useOthers();
  const late = useLate(rows === undefined && !failure);
  if (!rows && failure) return <ProblemState text={texts.list.failed} onRetry={refresh} />;
  if (!rows) return late ? <ListSkeleton /> : null;
  if (rows.length === 0) return <p className={styles.empty}>{texts.others.empty}</p>;
  return (
    <div className={styles.scroller}>
      <ul aria-label={texts.others.label}>
        {rows.map((row) => (
          <li key={row.id}>
            <OtherRow row={row} onAssigned={refresh} />
          </li>
        ))}
      </ul>
      {more && (
        <Button kind="ghost" wide onClick={loadMore}>
          {texts.others.more}
        </Button>
      )}
    </div>
  );
}
