/** Rows wait at most this long for the pointer to go away. */
export const LONGEST_HOLD_MS = 5_000;

/** The order on screen, and since when another one has been waiting for it to be let go. */
export interface HeldOrder {
  readonly shown: readonly string[];
  readonly waitingSince: number | null;
}

/**
 * The order to show next. Held, rows stay where they are: none moves, none comes in; only those that no longer exist
 * leave, and more at the end are welcome, for they move nothing.
 */
export function nextOrder(
  before: HeldOrder,
  latest: readonly string[],
  held: boolean,
  now: number,
): HeldOrder {
  const kept = stay(before.shown, latest);
  const settled = same(kept, latest);
  const waitingSince = settled ? null : (before.waitingSince ?? now);
  const late = waitingSince !== null && now - waitingSince >= LONGEST_HOLD_MS;
  if (settled || !held || late) {
    return same(before.shown, latest) && before.waitingSince === null
      ? before
      : { shown: latest, waitingSince: null };
  }
  return same(kept, before.shown) && before.waitingSince === waitingSince
    ? before
    : { shown: kept, waitingSince };
}

function stay(shown: readonly string[], latest: readonly string[]): readonly string[] {
  const existing = new Set(latest);
  const known = new Set(shown);
  const added = latest.slice(latest.findLastIndex((id) => known.has(id)) + 1);
  return [...shown.filter((id) => existing.has(id)), ...added];
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}
