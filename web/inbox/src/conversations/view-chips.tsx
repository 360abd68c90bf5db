import { useEffect, useRef } from "react";
import { Link } from "wouter";
import { searchPath, useQuery } from "../search/search-path.ts";
import { texts } from "../texts/en.ts";
import { useViewCount } from "./use-view-count.ts";
import { type Place, placeName, VIEWS } from "./view.ts";
import styles from "./view-chips.module.css";

interface Props {
  readonly place: Place;
  readonly othersOffered: boolean;
}

/** A phone has no room to count what nobody has to do anything about. */
const WAITING: ReadonlySet<Place> = new Set(["unread", "unresolved", "mine", "unassigned"]);

/** The choice of view on a phone. */
export function ViewChips({ place, othersOffered }: Props) {
  return (
    <nav className={styles.chips} aria-label={texts.list.viewMenu}>
      {VIEWS.map((each) => (
        <Chip key={each} place={each} current={each === place} />
      ))}
      {othersOffered && <Chip place="others" current={place === "others"} />}
    </nav>
  );
}

function Chip({ place, current }: { readonly place: Place; readonly current: boolean }) {
  const count = useViewCount(place);
  const query = useQuery();
  const hasCount = WAITING.has(place) && count !== undefined && count !== texts.list.count(0);
  const chip = useRef<HTMLAnchorElement>(null);
  const ready = count !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the counts make the chips wider when they come.
  useEffect(() => {
    if (current) chip.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [current, ready]);
  return (
    <Link
      ref={chip}
      href={searchPath({ view: place, query })}
      className={styles.chip}
      aria-current={current ? "true" : undefined}
      replace
    >
      {placeName(place)}
      {hasCount && <span className={styles.count}>{count}</span>}
    </Link>
  );
}
