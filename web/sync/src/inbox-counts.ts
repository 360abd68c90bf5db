import type { ConversationSummary, InboxSnapshot, View } from "@shopbell/protocol/staff";

/** What the server names of each kind at most: so many are "999+". */
const MOST = 1_000;

/**
 * Which conversations there are, whatever of them has been loaded: by their ids, so that what is heard keeps the counts
 * true, however little is known of what it was before.
 */
export interface Standings {
  readonly unresolved: ReadonlySet<string>;
  readonly resolved: ReadonlySet<string>;
  /** There were more than the server names: they count as "999+" until the next load. */
  readonly areMoreUnresolved: boolean;
  readonly areMore: boolean;
}

export const NO_STANDINGS: Standings = {
  unresolved: new Set(),
  resolved: new Set(),
  areMoreUnresolved: false,
  areMore: false,
};

export function standingsOf({ unresolved, resolved }: InboxSnapshot): Standings {
  return {
    unresolved: new Set(unresolved),
    resolved: new Set(resolved ?? []),
    areMoreUnresolved: unresolved.length >= MOST,
    areMore: resolved === null,
  };
}

export function withStandings(
  standings: Standings,
  summaries: readonly ConversationSummary[],
): Standings {
  const { unresolved, resolved } = standings;
  const moved = summaries.filter(
    ({ id, status }) => !(status === "unresolved" ? unresolved : resolved).has(id),
  );
  if (moved.length === 0) return standings;
  const next = { unresolved: new Set(unresolved), resolved: new Set(resolved) };
  for (const { id, status } of moved) {
    next.unresolved.delete(id);
    next.resolved.delete(id);
    next[status].add(id);
  }
  return { ...standings, ...next };
}

export function withoutStandings(standings: Standings, gone: readonly string[]): Standings {
  const unresolved = new Set(standings.unresolved);
  const resolved = new Set(standings.resolved);
  for (const id of gone) {
    unresolved.delete(id);
    resolved.delete(id);
  }
  return { ...standings, unresolved, resolved };
}

/** How many conversations a view holds; 1,000 for more than 999. */
export function viewCount(view: View, unread: number, standings: Standings): number {
  const { unresolved, resolved, areMoreUnresolved, areMore } = standings;
  switch (view) {
    case "unread":
      return Math.min(unread, MOST);
    case "unresolved":
      return areMoreUnresolved ? MOST : Math.min(unresolved.size, MOST);
    case "all":
      return areMore ? MOST : Math.min(unresolved.size + resolved.size, MOST);
    default:
      return view satisfies never;
  }
}
