import type { View } from "@shopbell/protocol/staff";
import { lazy, Suspense } from "react";
import { ProblemState } from "../design/problem-state.tsx";
import { useLate } from "../design/use-late.ts";
import { useLive, useLiveState } from "../live/live.ts";
import { SearchField } from "../search/search-field.tsx";
import { useQuery } from "../search/search-path.ts";
import { AccountMenu } from "../shell/account-menu.tsx";
import { StrandedDrafts } from "../stranded/stranded-drafts.tsx";
import { texts } from "../texts/en.ts";
import { ConversationList } from "./conversation-list.tsx";
import { EmptyList } from "./empty-list.tsx";
import styles from "./list-pane.module.css";
import { ListSkeleton } from "./list-skeleton.tsx";
import { ViewChips } from "./view-chips.tsx";
import { ViewMenu } from "./view-menu.tsx";

interface Props {
  readonly view: View;
  readonly open: string | undefined;
}

const SearchResults = lazy(() =>
  import("../search/search-results.tsx").then((module) => ({ default: module.SearchResults })),
);

export function ListPane({ view, open }: Props) {
  const query = useQuery();
  return (
    <section className={styles.pane} aria-label={texts.list.pane} data-pane="" tabIndex={-1}>
      <header className={styles.bar}>
        <p className={styles.title} aria-hidden="true">
          {texts.list.title}
        </p>
        <div className={styles.views}>
          <ViewMenu view={view} open={open} />
        </div>
        <div className={styles.account}>
          <AccountMenu place="top" />
        </div>
      </header>
      <ViewChips view={view} />
      <StrandedDrafts />
      <SearchField view={view} open={open} />
      {query ? (
        <Suspense>
          <SearchResults query={query} view={view} open={open} />
        </Suspense>
      ) : (
        <Content view={view} open={open} />
      )}
    </section>
  );
}

function Content({ view, open }: Props) {
  const { session, hurry } = useLive();
  const phase = useLiveState((state) => state.phase);
  const load = useLiveState((state) => state.listLoads[view]);
  const size = useLiveState((state) => state.inbox.lists[view]?.rows.length);
  const failed = phase === "failed" || (load.kind === "failed" && size === undefined);
  const late = useLate(size === undefined && !failed);

  if (failed) {
    const retry = () => {
      hurry();
      if (phase === "failed") session.reload();
      else session.showList(view);
    };
    return <ProblemState text={texts.list.failed} onRetry={retry} />;
  }
  if (size === undefined) return late ? <ListSkeleton /> : null;
  return <ConversationList key={view} view={view} open={open} empty={<EmptyList view={view} />} />;
}
