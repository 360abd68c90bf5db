import { useSearch } from "wouter";
import { messagesPath, type Place } from "../conversations/view.ts";

/** As long as the server takes. */
export const MOST_LETTERS = 200;

interface Search {
  readonly view: Place;
  readonly query: string;
  readonly conversation?: string | undefined;
  /** The message to show. */
  readonly at?: number | undefined;
}

/** What the address says is looked for; empty when nothing is. */
export function useQuery(): string {
  return (new URLSearchParams(useSearch()).get("q") ?? "").trim().slice(0, MOST_LETTERS);
}

/** The number of the message at which the address opens a thread. */
export function useSought(): number | undefined {
  const at = new URLSearchParams(useSearch()).get("at") ?? "";
  return /^[1-9]\d{0,9}$/.test(at) ? Number(at) : undefined;
}

/** The address of a search, with a conversation open or not. What is assigned to others is not searched. */
export function searchPath({ view, query, conversation, at }: Search): string {
  const url = new URL(messagesPath(view, conversation), location.origin);
  if (query && view !== "others") url.searchParams.set("q", query);
  if (at !== undefined) url.searchParams.set("at", `${at}`);
  return url.pathname + url.search;
}
