import { createCell } from "@shopbell/sync/cell";
import { useSyncExternalStore } from "react";

/** What was changed and not saved, by item; kept while the page is open, wherever one goes in it. */
export function createUnsaved<T>() {
  const cell = createCell<{ readonly drafts: ReadonlyMap<string, T> }>({ drafts: new Map() });
  return {
    useUnsaved: () => useSyncExternalStore(cell.subscribe, () => cell.get().drafts),
    keepUnsaved(id: string, draft: T | null): void {
      const drafts = new Map(cell.get().drafts);
      if (draft) drafts.set(id, draft);
      else drafts.delete(id);
      cell.set({ drafts });
    },
  };
}
