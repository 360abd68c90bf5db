import type { ConversationSummary, InboxSnapshot, NamedView, View } from "@shopbell/protocol/staff";
import { belongs } from "./views.ts";

/** What the server names of each view is less than this: so many are "999+". */
const MOST = 1_000;

/**
 * Which conversations are in which view, whatever of them has been loaded: by their ids, so that what is heard keeps the
 * counts true, however little is known of what it was before. Null where there were more than the server names: they count
 * as "999+" until the next load.
 */
export type Standings = { readonly [V in NamedView]: ReadonlySet<string> | null };

export const NO_STANDINGS: Standings = standingsOf({
  unresolved: [],
  resolved: [],
  mine: [],
  unassigned: [],
  blocked: [],
});

export function standingsOf(views: InboxSnapshot["views"]): Standings {
  return mapStandings((view) => {
    const named = views[view];
    return named && new Set(named);
  });
}

export function withStandings(
  standings: Standings,
  summaries: readonly ConversationSummary[],
  reader: string,
): Standings {
  return mapStandings((view) => {
    const before = standings[view];
    if (!before) return null;
    const moved = summaries.filter((one) => belongs(view, one, reader) !== before.has(one.id));
    if (moved.length === 0) return before;
    const after = new Set(before);
    for (const { id } of moved) if (!after.delete(id)) after.add(id);
    return after;
  });
}

export function withoutStandings(standings: Standings, gone: readonly string[]): Standings {
  return mapStandings((view) => {
    const before = standings[view];
    if (!before || !gone.some((id) => before.has(id))) return before;
    const after = new Set(before);
    for (const id of gone) after.delete(id);
    return after;
  });
}

/** How many conversations a view holds; 1,000 for more than 999. */
export function viewCount(view: View, unread: number, standings: Standings): number {
  switch (view) {
    case "unread":
      return Math.min(unread, MOST);
    case "all": {
      // Whoever is blocked is resolved too, and counts once.
      const { unresolved, resolved, blocked } = standings;
      return Math.min(sizeOf(unresolved) + sizeOf(resolved) + sizeOf(blocked), MOST);
    }
    default:
      return sizeOf(standings[view]);
  }
}

function sizeOf(named: ReadonlySet<string> | null): number {
  return named ? Math.min(named.size, MOST) : MOST;
}

function mapStandings(standing: (view: NamedView) => ReadonlySet<string> | null): Standings {
  return {
    unresolved: standing("unresolved"),
    resolved: standing("resolved"),
    mine: standing("mine"),
    unassigned: standing("unassigned"),
    blocked: standing("blocked"),
  };
}
