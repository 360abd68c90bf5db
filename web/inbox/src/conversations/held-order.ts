/** Rows wait at most this long for the pointer to go away. */
export const LONGEST_HOLD_MS = 5_000;

/** The order on screen, and since when another one has been waiting for it to be let go. */
export interface HeldOrder {
  readonly shown: readonly string[];
  readonly waitingSince: number | null;
}

/** Why rows stay where they are. A row that has the focus takes it along when another one above it leaves; a pointer stays. */
export interface Hold {
  readonly held: boolean;
  readonly pointed: boolean;
  /** Whether a row may still be shown, though it is not in the list any more. */
  readonly exists: (id: string) => boolean;
}

/**
 * The order to show next. Held, rows stay where they are: none moves, none comes in, and under a pointer none leaves that
 * still exists. More at the end are welcome, for they move nothing.
 */
export function nextOrder(
  before: HeldOrder,
  latest: readonly string[],
  hold: Hold,
  now: number,
): HeldOrder {
  const kept = stay(before.shown, latest, hold);
  const settled = same(kept, latest);
  const waitingSince = settled ? null : (before.waitingSince ?? now);
  const late = waitingSince !== null && now - waitingSince >= LONGEST_HOLD_MS;
  if (settled || !hold.held || late) {
    return same(before.shown, latest) && before.waitingSince === null
      ? before
      : { shown: latest, waitingSince: null };
  }
  return same(kept, before.shown) && before.waitingSince === waitingSince
    ? before
    : { shown: kept, waitingSince };
}

function stay(
  shown: readonly string[],
  latest: readonly string[],
  { pointed, exists }: Hold,
): readonly string[] {
  const listed = new Set(latest);
  const known = new Set(shown);
  const added = latest.slice(latest.findLastIndex((id) => known.has(id)) + 1);
  return [...shown.filter((id) => listed.has(id) || (pointed && exists(id))), ...added];
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}
