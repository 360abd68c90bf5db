import type { View } from "@shopbell/protocol/staff";
import { Button } from "../design/button.tsx";
import { useLive, useLiveState } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import styles from "./list-end.module.css";
import { SkeletonRow } from "./list-skeleton.tsx";

/** Under the last row while more is on its way, or could not come. */
export function ListEnd({ view }: { readonly view: View }) {
  const { session, hurry } = useLive();
  const load = useLiveState((state) => state.listLoads[view]);
  const more = useLiveState((state) => state.inbox.lists[view]?.next != null);
  const retry = () => {
    hurry();
    session.loadMore(view);
  };
  if (load.kind === "failed") {
    return (
      <p className={styles.failed} role="alert">
        {texts.list.failed}
        <Button kind="ghost" size="small" onClick={retry}>
          {texts.problem.retry}
        </Button>
      </p>
    );
  }
  if (load.kind !== "loading" || !more) return null;
  return (
    <div role="status" aria-label={texts.list.loadingMore} className={styles.loading}>
      <SkeletonRow />
    </div>
  );
}
