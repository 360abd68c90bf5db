import { useEffect, useState } from "react";
import type { Row } from "./rows.ts";

/** Longer than it takes to rise. A row that leaves the page and comes back later does not do so again. */
const RISEN_MS = 600;

/**
 * The key of the message that rises into the thread: one that came after the thread was shown, while its end was on
 * screen. What was there when it opened, and what scrolling brings into the page, is simply there. `lastSeq` is the
 * number of the last message there is, whether or not it has been loaded.
 */
export function useRising(
  rows: readonly Row[],
  lastSeq: number,
  atEnd: boolean,
): string | undefined {
  const [shown] = useState(lastSeq);
  // A new row has moved the end away by the time it is drawn first: what counts is where the reader was before.
  const [before, setBefore] = useState({ rows, atEnd });
  const [rising, setRising] = useState<string | undefined>(undefined);

  if (before.rows !== rows || before.atEnd !== atEnd) setBefore({ rows, atEnd });
  if (before.rows !== rows && before.atEnd) {
    const newest = rows.at(-1);
    if (newest && isNew(newest, before.rows, shown)) setRising(newest.key);
  }

  useEffect(() => {
    if (rising === undefined) return;
    const timer = setTimeout(() => setRising(undefined), RISEN_MS);
    return () => clearTimeout(timer);
  }, [rising]);
  return rising;
}

/** What only this device has is new as soon as it is there, and not once more when it gets its number. */
function isNew({ key, seq }: Row, before: readonly Row[], shown: number): boolean {
  return (seq === 0 || seq > shown) && before.findLast((row) => row.key === key) === undefined;
}
