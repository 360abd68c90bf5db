import type { QuickReply } from "@shopbell/protocol/quick-replies";
import { createQuickRepliesApi } from "@shopbell/sync/quick-replies-api";

const known = new Map<string, readonly QuickReply[]>();

/** What was last heard of a store's quick replies: the menu opens with these while it asks again. */
export function knownReplies(store: string): readonly QuickReply[] | null {
  return known.get(store) ?? null;
}

/** Null when the server does not say. */
export async function askForReplies(store: string): Promise<readonly QuickReply[] | null> {
  const outcome = await createQuickRepliesApi(store).all();
  if (outcome.kind !== "done") return null;
  known.set(store, outcome.value.quickReplies);
  return outcome.value.quickReplies;
}

/** Only counts how often something is used: when it is lost, nobody misses it. */
export function countUses(store: string, ids: readonly string[], message: string): void {
  const api = createQuickRepliesApi(store);
  for (const id of ids) void api.used(id, message);
}
