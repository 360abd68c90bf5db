import type { QuickReplyDraft } from "@shopbell/protocol/quick-replies";
import { createCell } from "@shopbell/sync/cell";
import { useSyncExternalStore } from "react";

type Drafts = ReadonlyMap<string, QuickReplyDraft>;

/** What was changed and not saved, by quick reply; kept while the page is open, wherever one goes in it. */
const cell = createCell<{ readonly drafts: Drafts }>({ drafts: new Map() });

export function useUnsaved(): Drafts {
  return useSyncExternalStore(cell.subscribe, () => cell.get().drafts);
}

export function keepUnsaved(id: string, draft: QuickReplyDraft | null): void {
  const drafts = new Map(cell.get().drafts);
  if (draft) drafts.set(id, draft);
  else drafts.delete(id);
  cell.set({ drafts });
}
