import { type KeyboardEvent, lazy, Suspense, useRef } from "react";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { SearchField } from "../search/search-field.tsx";
import { useQuery } from "../search/search-path.ts";
import { AccountMenu } from "../shell/account-menu.tsx";
import { StrandedDrafts } from "../stranded/stranded-drafts.tsx";
import { texts } from "../texts/en.ts";
import { ListContent } from "./list-content.tsx";
import styles from "./list-pane.module.css";
import { useListIds } from "./use-list-ids.ts";
import { useSelection } from "./use-selection.ts";
import type { Place } from "./view.ts";
import { ViewChips } from "./view-chips.tsx";
import { ViewMenu } from "./view-menu.tsx";

const OthersList = lazy(() =>
  import("../others/others-list.tsx").then((module) => ({ default: module.OthersList })),
);
const SearchResults = lazy(() =>
  import("../search/search-results.tsx").then((module) => ({ default: module.SearchResults })),
);
const SelectionBar = lazy(() =>
  import("./selection-bar.tsx").then((module) => ({ default: module.SelectionBar })),
);

const NO_ROWS: readonly string[] = [];

interface Props {
  readonly place: Place;
  readonly open: string | undefined;
  readonly othersOffered: boolean;
}

export function ListPane({ place, open, othersOffered }: Props) {
  const query = useQuery();
  const pane = useRef<HTMLElement>(null);
  const listed = useListIds(place, open);
  // What was found is not handled together: more of it is still to be looked for.
  const ids = query ? NO_ROWS : listed;
  const selecting = useSelection(place, ids);
  const choosing = selecting.active && !query;

  const end = () => {
    // What has the focus may go with the bar; the row one was at stays.
    pane.current?.querySelector<HTMLElement>("[data-conversation][tabindex='0']")?.focus();
    selecting.end();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && choosing && !event.defaultPrevented) end();
  };

  return (
    <section
      ref={pane}
      className={styles.pane}
      aria-label={texts.list.pane}
      data-pane=""
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {choosing && (
        <Suspense fallback={<div className={styles.bar} />}>
          <SelectionBar selecting={selecting} loaded={ids.length} onEnd={end} />
        </Suspense>
      )}
      <header className={styles.bar} hidden={choosing}>
        <p className={styles.title} aria-hidden="true">
          {texts.list.title}
        </p>
        <div className={styles.views}>
          <ViewMenu place={place} open={open} othersOffered={othersOffered} />
        </div>
        <div className={styles.end}>
          {ids.length > 0 && (
            <Button
              kind="ghost"
              icon
              title={texts.list.selectSome}
              aria-label={texts.list.selectSome}
              onClick={selecting.begin}
            >
              <Icon name="select" />
            </Button>
          )}
          <AccountMenu place="top" />
        </div>
      </header>
      <ViewChips place={place} othersOffered={othersOffered} />
      <StrandedDrafts />
      {place === "others" ? (
        <Suspense>
          <OthersList />
        </Suspense>
      ) : (
        <>
          <SearchField view={place} open={open} />
          {query ? (
            <Suspense>
              <SearchResults query={query} view={place} open={open} />
            </Suspense>
          ) : (
            <ListContent view={place} open={open} ids={ids} selecting={selecting} />
          )}
        </>
      )}
    </section>
  );
}
