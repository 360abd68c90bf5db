import type { View } from "@shopbell/protocol/staff";
import { useSearch } from "wouter";

export const VIEWS: readonly View[] = [
  "all",
  "unread",
  "unresolved",
  "resolved",
  "mine",
  "unassigned",
  "blocked",
];

const DEFAULT: View = "unresolved";

/** The view the address names. */
export function useView(): View {
  const named = new URLSearchParams(useSearch()).get("view");
  return VIEWS.find((view) => view === named) ?? DEFAULT;
}

/** The address of a view, with a conversation open or not. */
export function messagesPath(view: View, conversation?: string): string {
  const path = conversation ? `/inbox/messages/${conversation}` : "/inbox/messages";
  return view === DEFAULT ? path : `${path}?view=${view}`;
}
