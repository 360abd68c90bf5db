import type { Hit, View } from "@shopbell/protocol/staff";
import { isGone } from "@shopbell/sync/inbox";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { Link } from "wouter";
import { announce } from "../announce/announce.ts";
import { ListSkeleton } from "../conversations/list-skeleton.tsx";
import { Button } from "../design/button.tsx";
import { ProblemState } from "../design/problem-state.tsx";
import { useLate } from "../design/use-late.ts";
import { useLiveState } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import { searchTexts } from "../texts/en-search.ts";
import { HitRow } from "./hit-row.tsx";
import { searchPath, useSought } from "./search-path.ts";
import styles from "./search-results.module.css";
import { useFound } from "./use-found.ts";

/** The next pages come by themselves, unless so many held nothing. */
const VAIN_PAGES = 5;

interface Props {
  readonly query: string;
  readonly view: View;
  readonly open: string | undefined;
}

/** What was found, in the place of the list. */
export function SearchResults({ query, view, open }: Props) {
  const found = useFound(query, view);
  const at = useSought();
  const inbox = useLiveState((state) => state.inbox);
  // What was given to somebody else meanwhile is not there any more.
  const hits = found.hits.filter((hit) => !isGone(inbox, hit.conversation.id));
  const { phase, next, more, vain } = found;
  const goesOn = next !== null && vain < VAIN_PAGES;
  const waiting = phase === "searching" || (phase === "ready" && goesOn && hits.length === 0);
  const late = useLate(waiting && hits.length === 0);

  const count = hits.length;
  useEffect(() => {
    if (waiting || phase === "failed") return;
    announce(count > 0 ? searchTexts.found(count, next !== null) : searchTexts.nothing(query));
  }, [waiting, phase, count, next, query]);

  if (phase === "failed" && count === 0) {
    return <ProblemState text={searchTexts.failed} onRetry={more} />;
  }
  const rows = hits.map((hit) => ({
    key: keyOf(hit),
    hit,
    open: hit.conversation.id === open && (hit.message?.seq === at || !hit.message),
  }));
  const stop = rows.find((row) => row.open)?.key ?? rows[0]?.key;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the links in it.
    <div className={styles.scroller} onKeyDown={onKeyDown}>
      {waiting && count === 0 && late && <ListSkeleton />}
      {!waiting && count === 0 && <Nothing query={query} />}
      {count > 0 && (
        <ul className={styles.list} aria-label={searchTexts.results}>
          {rows.map(({ key, hit, open: isOpen }) => (
            <li key={key}>
              <HitRow hit={hit} query={query} view={view} open={isOpen} stop={key === stop} />
            </li>
          ))}
        </ul>
      )}
      {phase === "ready" && goesOn && <More key={next} onShown={more} />}
      {phase === "searching" && count > 0 && <p className={styles.end}>{searchTexts.searching}</p>}
      {phase !== "searching" && next !== null && !(phase === "ready" && goesOn) && (
        <p className={styles.end}>
          <Button kind="ghost" size="small" onClick={more}>
            {searchTexts.further}
          </Button>
        </p>
      )}
      {!waiting && !goesOn && view !== "all" && (
        <p className={styles.end}>
          {searchTexts.onlyIn(texts.list.views[view])}{" "}
          <Link href={searchPath({ view: "all", query, conversation: open })}>
            {searchTexts.everywhere}
          </Link>
        </p>
      )}
    </div>
  );
}

function Nothing({ query }: { readonly query: string }) {
  return (
    <p className={styles.nothing}>
      <strong dir="auto">{searchTexts.nothing(query)}</strong>
      {searchTexts.looksAt}
    </p>
  );
}

/** Asks for more once the end comes on screen. */
function More({ onShown }: { readonly onShown: () => void }) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!end.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onShown(), {
      rootMargin: "400px",
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [onShown]);
  return <div ref={end} className={styles.more} />;
}

function keyOf({ conversation, message }: Hit): string {
  return `${conversation.id} ${message?.seq ?? 0}`;
}

function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const hits = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-hit]")];
  const here = hits.findIndex((hit) => hit.matches(":focus"));
  if (here < 0) return;
  const wanted = wantedFor(event.key, here, hits);
  if (!wanted) return;
  event.preventDefault();
  event.stopPropagation();
  wanted.focus();
}

function wantedFor(key: string, here: number, hits: readonly HTMLElement[]): HTMLElement | null {
  const field = document.querySelector<HTMLElement>("[data-search-field]");
  switch (key) {
    case "ArrowDown":
      return hits[here + 1] ?? null;
    case "ArrowUp":
      return hits[here - 1] ?? field;
    case "Home":
      return hits[0] ?? null;
    case "End":
      return hits.at(-1) ?? null;
    case "Escape":
      return field;
    default:
      return null;
  }
}
