import { lazy, Suspense, useState } from "react";
import { Icon } from "../design/icon.tsx";
import { texts } from "../texts/en.ts";
import styles from "./stranded-drafts.module.css";
import { useStranded } from "./use-stranded.ts";

const StrandedDialog = lazy(() =>
  import("./stranded-dialog.tsx").then((module) => ({ default: module.StrandedDialog })),
);

/** The way to what one typed into conversations that are somebody else's now; not there when there is nothing. */
export function StrandedDrafts() {
  const drafts = useStranded();
  const [open, setOpen] = useState(false);
  if (drafts.length === 0) return null;
  return (
    <>
      <button type="button" className={styles.entry} onClick={() => setOpen(true)}>
        <Icon name="lock" size={16} />
        <span className="truncate">{texts.stranded.entry}</span>
        <span className={styles.count}>{drafts.length}</span>
      </button>
      {open && (
        <Suspense>
          <StrandedDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
