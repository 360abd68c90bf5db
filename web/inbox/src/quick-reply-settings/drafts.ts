import type { QuickReplyDraft } from "@shopbell/protocol/quick-replies";
import { createCell } from "@shopbell/sync/cell";
import { useSyncExternalStore } from "react";

/** What was changed and not saved, by quick reply; kept while the page is open, wherever one goes in it. */
const cell = createCell<ReadonlyMap<string, QuickReplyDraft>>(new Map());

export function useUnsaved(): ReadonlyMap<string, QuickReplyDraft> {
  return useSyncExternalStore(cell.subscribe, cell.get);
}

export function keepUnsaved(id: string, draft: QuickReplyDraft | null): void {
  const next = new Map(cell.get());
  if (draft) next.set(id, draft);
  else next.delete(id);
  cell.set(next);
}
