import { useEffect } from "react";
import { ProblemState } from "../design/problem-state.tsx";
import { Skeleton } from "../design/skeleton.tsx";
import { useLate } from "../design/use-late.ts";
import { isWithoutMessages, useLive, useLiveState } from "../live/live.ts";
import { AccountMenu } from "../shell/account-menu.tsx";
import { usePageTitle } from "../shell/use-page-title.ts";
import { OpenStore } from "../store/open-store.tsx";
import { texts } from "../texts/en.ts";
import { FirstRun } from "./first-run.tsx";
import { MessagesModule } from "./messages-module.tsx";
import styles from "./overview-page.module.css";

/** The Inbox's own page: what waits, and the way to it. */
export function OverviewPage() {
  const isNew = useLiveState(isWithoutMessages);
  usePageTitle(texts.overview.title);
  return (
    <div className={styles.page} id="content" tabIndex={-1} data-pane="">
      <div className={styles.inner}>
        <header className={styles.head}>
          <h1>{texts.overview.title}</h1>
          {!isNew && <OpenStore />}
          <AccountMenu place="top" />
        </header>
        <Content />
      </div>
    </div>
  );
}

function Content() {
  const { session, hurry } = useLive();
  const phase = useLiveState((state) => state.phase);
  const late = useLate(phase === "loading");
  const isNew = useLiveState(isWithoutMessages);

  // So that the newest messages stay right when those of the snapshot have been read.
  useEffect(() => {
    session.showList("unread");
    session.showList("all");
  }, [session]);

  switch (phase) {
    case "loading":
      return late ? (
        <div role="status" aria-label={texts.overview.loading}>
          <Skeleton width="100%" height={208} shape="control" />
        </div>
      ) : null;
    case "failed":
      return (
        <ProblemState
          text={texts.problem.offline}
          onRetry={() => {
            hurry();
            session.reload();
          }}
        />
      );
    case "ready":
      return isNew ? <FirstRun /> : <MessagesModule />;
  }
}
