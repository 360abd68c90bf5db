import type { View } from "@shopbell/protocol/staff";
import { Cup } from "../design/cup.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import { isWithoutMessages, useLiveState } from "../live/live.ts";
import { OpenStore } from "../store/open-store.tsx";
import { texts } from "../texts/en.ts";
import styles from "./no-thread.module.css";

/** Beside the list while no conversation is open. */
export function NoThread({ view }: { readonly view: View }) {
  const isNew = useLiveState(isWithoutMessages);
  const loaded = useLiveState((state) => state.inbox.lists[view]);
  if (!loaded) return <section className={styles.pane} />;
  return (
    <section className={styles.pane} id="content" tabIndex={-1} aria-label={texts.thread.pane}>
      {loaded.rows.length > 0 && <EmptyState>{texts.thread.choose}</EmptyState>}
      {isNew && (
        <EmptyState title={texts.overview.firstTitle} actions={<OpenStore kind="secondary" />}>
          {texts.overview.first}
        </EmptyState>
      )}
      {!isNew && loaded.rows.length === 0 && (
        <EmptyState art={<Cup />} title={texts.thread.allCaughtUp} actions={<OpenStore />}>
          {texts.thread.allCaughtUpText}
        </EmptyState>
      )}
    </section>
  );
}
