import type { View } from "@shopbell/protocol/staff";
import { countOf } from "@shopbell/sync/inbox";
import { Link } from "wouter";
import { messagesPath, type Place } from "../conversations/view.ts";
import { buttonStyle } from "../design/button-style.ts";
import { Cup } from "../design/cup.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import { isWithoutMessages, useLiveState } from "../live/live.ts";
import { OpenStore } from "../store/open-store.tsx";
import { texts } from "../texts/en.ts";
import styles from "./no-thread.module.css";
import { useAnsweredToday } from "./use-answered-today.ts";

/** Nothing in these is good news. */
const GOOD_NEWS: ReadonlySet<View> = new Set(["all", "unread", "unresolved", "unassigned"]);
/** And in these it is one's own doing. */
const CAUGHT_UP: ReadonlySet<View> = new Set(["all", "unread", "unresolved"]);

/** Beside the list while no conversation is open. */
export function NoThread({ place }: { readonly place: Place }) {
  if (place !== "others") return <NothingOpen view={place} />;
  return (
    <section className={styles.pane} id="content" tabIndex={-1} aria-label={texts.thread.pane}>
      <EmptyState title={texts.others.why}>{texts.others.whyText}</EmptyState>
    </section>
  );
}

function NothingOpen({ view }: { readonly view: View }) {
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
        <EmptyState
          art={GOOD_NEWS.has(view) ? <Cup /> : undefined}
          title={texts.thread.nothing[view]}
          actions={
            <>
              <OtherView view={view} />
              <OpenStore />
            </>
          }
        >
          {CAUGHT_UP.has(view) && <AnsweredToday />}
          {texts.thread.nothingText[view]}
        </EmptyState>
      )}
    </section>
  );
}

function AnsweredToday() {
  const people = useAnsweredToday();
  return people > 0 && `${texts.thread.answered(people)} `;
}

/** Where there may be something, for whom a view has nothing. */
function OtherView({ view }: { readonly view: View }) {
  const other = view === "unresolved" ? "resolved" : view === "mine" ? "unassigned" : null;
  const count = useLiveState(({ inbox }) => (other ? countOf(inbox, other) : 0));
  if (!other || count === 0) return null;
  return (
    <Link href={messagesPath(other)} className={buttonStyle({ kind: "secondary" })}>
      {texts.thread.viewOther[other]}
    </Link>
  );
}
