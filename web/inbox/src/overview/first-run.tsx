import { EmptyState } from "../design/empty-state.tsx";
import { OpenStore } from "../store/open-store.tsx";
import { Snippet } from "../store/snippet.tsx";
import { useStore } from "../store/use-store.ts";
import { texts } from "../texts/en.ts";
import styles from "./first-run.module.css";

/** Before the first message: how to get one. */
export function FirstRun() {
  const store = useStore();
  return (
    <section className={styles.card} aria-label={texts.overview.messages}>
      <EmptyState title={texts.overview.firstTitle} actions={<OpenStore kind="secondary" />}>
        {texts.overview.first}
      </EmptyState>
      {store && (
        <div className={styles.snippet}>
          <p>{texts.overview.firstSnippet}</p>
          <Snippet text={store.snippet} />
        </div>
      )}
    </section>
  );
}
