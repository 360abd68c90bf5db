import type { ConversationPage, ConversationSummary } from "@shopbell/protocol/staff";

/** Where a row stands: lists are by last activity, newest first, then by id, highest first. */
export interface RowPlace {
  readonly lastActivityAt: string;
  readonly id: string;
}

/** One view of the inbox, as far as it has been loaded, kept live. */
export interface List {
  readonly rows: readonly ConversationSummary[];
  /** The cursor of the next page; null when everything is here. */
  readonly next: string | null;
  /**
   * The place of the last row loaded; null when everything is here. A summary heard live whose place lies behind it is not shown:
   * between it and the last row there are others that only the server knows, and the next page brings them all in order.
   */
  readonly end: RowPlace | null;
}

/** Whether a conversation is in the view of the list. */
type Holds = (summary: ConversationSummary) => boolean;

/** Below 0 when `one` stands in front of `other`. */
export function compareRows(one: RowPlace, other: RowPlace): number {
  const order = compareTimes(one.lastActivityAt, other.lastActivityAt);
  if (order !== 0) return -order;
  if (one.id === other.id) return 0;
  return one.id > other.id ? -1 : 1;
}

/**
 * The list with one more page, filled up with what was heard live meanwhile and belongs between its rows. The rows it
 * has are in order already: only those that the page brings into reach are sorted.
 */
export function withPage(
  holds: Holds,
  list: List | null,
  page: ConversationPage,
  known: Iterable<ConversationSummary>,
): List {
  const end = page.next === null ? null : placeOf(page.conversations.at(-1) ?? list?.end ?? null);
  const reached: ConversationSummary[] = [];
  for (const summary of known) {
    if (!holds(summary) || !isWithin(end, summary)) continue;
    if (!list || !isWithin(list.end, summary)) reached.push(summary);
  }
  const rows = list ? list.rows.filter((row) => isWithin(end, row)) : [];
  return { rows: [...rows, ...reached.sort(compareRows)], next: page.next, end };
}

/** The list after conversations changed: taken out of their old places, put into their new ones if they have one here. */
export function withSummaries(
  holds: Holds,
  list: List,
  summaries: readonly ConversationSummary[],
): List {
  const without = withoutConversations(list, new Set(summaries.map(({ id }) => id)));
  const coming = summaries.filter((each) => holds(each) && isWithin(list.end, each));
  if (coming.length === 0) return without;
  return { ...list, rows: merged(without.rows, coming.toSorted(compareRows)) };
}

export function withoutConversations(list: List, ids: ReadonlySet<string>): List {
  const rows = list.rows.filter((row) => !ids.has(row.id));
  return rows.length === list.rows.length ? list : { ...list, rows };
}

/** Both in one order. The few that come look for their places; the many that are here are only copied. */
function merged(
  rows: readonly ConversationSummary[],
  coming: readonly ConversationSummary[],
): readonly ConversationSummary[] {
  const all: ConversationSummary[] = [];
  let copied = 0;
  for (const summary of coming) {
    const at = placeAmong(rows, summary, copied);
    all.push(...rows.slice(copied, at), summary);
    copied = at;
  }
  return all.concat(rows.slice(copied));
}

/** The first index from `from` on whose row stands behind the summary. */
function placeAmong(rows: readonly ConversationSummary[], summary: RowPlace, from: number): number {
  let low = from;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row && compareRows(row, summary) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placeOf(row: RowPlace | null): RowPlace | null {
  return row && { lastActivityAt: row.lastActivityAt, id: row.id };
}

/** Without the Z, text order is time order, whatever the number of decimals: 10:00:00 < 10:00:00.5. */
function compareTimes(one: string, other: string): number {
  if (one === other) return 0;
  if (one.length === other.length) return one < other ? -1 : 1;
  return one.slice(0, -1) < other.slice(0, -1) ? -1 : 1;
}

function isWithin(end: RowPlace | null, summary: ConversationSummary): boolean {
  return end === null || compareRows(summary, end) <= 0;
}
