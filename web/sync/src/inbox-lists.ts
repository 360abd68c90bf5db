import type { ConversationPage, ConversationSummary, View } from "@shopbell/protocol/staff";

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

/** Below 0 when `one` stands in front of `other`. */
export function compareRows(one: RowPlace, other: RowPlace): number {
  // Without the Z, text order is time order, whatever the number of decimals: 10:00:00 < 10:00:00.5.
  const at = one.lastActivityAt.slice(0, -1);
  const otherAt = other.lastActivityAt.slice(0, -1);
  if (at !== otherAt) return at > otherAt ? -1 : 1;
  if (one.id === other.id) return 0;
  return one.id > other.id ? -1 : 1;
}

/** The list with one more page, filled up with what was heard live meanwhile and belongs between its rows. */
export function withPage(
  view: View,
  list: List | null,
  page: ConversationPage,
  known: Iterable<ConversationSummary>,
): List {
  const end = page.next === null ? null : (page.conversations.at(-1) ?? list?.end ?? null);
  const rows = [...known]
    .filter((summary) => belongs(view, summary) && isWithin(end, summary))
    .sort(compareRows);
  return { rows, next: page.next, end: end && { lastActivityAt: end.lastActivityAt, id: end.id } };
}

/** The list after a conversation changed: taken out of its old place, put into its new one if it has one here. */
export function withSummary(view: View, list: List, summary: ConversationSummary): List {
  const without = withoutConversation(list, summary.id);
  if (!belongs(view, summary) || !isWithin(list.end, summary)) return without;
  const behind = without.rows.findIndex((row) => compareRows(summary, row) < 0);
  const at = behind === -1 ? without.rows.length : behind;
  return { ...list, rows: without.rows.toSpliced(at, 0, summary) };
}

export function withoutConversation(list: List, id: string): List {
  const at = list.rows.findIndex((row) => row.id === id);
  return at === -1 ? list : { ...list, rows: list.rows.toSpliced(at, 1) };
}

function belongs(view: View, summary: ConversationSummary): boolean {
  switch (view) {
    case "all":
      return true;
    case "unread":
      return summary.unread > 0;
    case "unresolved":
      return summary.status === "unresolved";
    default:
      return view satisfies never;
  }
}

function isWithin(end: RowPlace | null, summary: ConversationSummary): boolean {
  return end === null || compareRows(summary, end) <= 0;
}
