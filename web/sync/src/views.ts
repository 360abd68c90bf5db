import type { ConversationSummary, View } from "@shopbell/protocol/staff";

/** In the order in which they are offered. */
export const VIEWS: readonly View[] = [
  "all",
  "unread",
  "unresolved",
  "resolved",
  "mine",
  "unassigned",
  "blocked",
];

/** Whether a conversation is in a view of this reader, who is a staff member's id. */
export function belongs(view: View, summary: ConversationSummary, reader: string): boolean {
  const { status, assignee, blocked, unread } = summary;
  switch (view) {
    case "all":
      return true;
    case "unread":
      return unread > 0;
    case "unresolved":
      return status === "unresolved";
    case "resolved":
      return status === "resolved" && !blocked;
    case "mine":
      return status === "unresolved" && assignee?.id === reader;
    case "unassigned":
      return status === "unresolved" && assignee === null;
    case "blocked":
      return blocked;
    default:
      return view satisfies never;
  }
}

/** One of something for each view. */
export function forEachView<T>(make: (view: View) => T): { readonly [V in View]: T } {
  return {
    all: make("all"),
    unread: make("unread"),
    unresolved: make("unresolved"),
    resolved: make("resolved"),
    mine: make("mine"),
    unassigned: make("unassigned"),
    blocked: make("blocked"),
  };
}
