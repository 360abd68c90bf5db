import type { PagesVisitedSetting } from "@shopbell/protocol/pages";
import { isPagesVisitedSetting } from "@shopbell/protocol/pages-guards";
import { ask, type Outcome } from "./http.ts";

/** Whether a store wants to know which pages those open who have written. */
export interface PagesSettingApi {
  read(): Promise<Outcome<PagesVisitedSetting>>;
  /** Switched off, what was kept is gone. */
  change(wanted: boolean): Promise<Outcome<PagesVisitedSetting>>;
}

export function createPagesSettingApi(store: string, base = ""): PagesSettingApi {
  const url = `${base}/api/staff/stores/${store}/settings/pages-visited`;
  return {
    read: () => ask({ url, guard: isPagesVisitedSetting }),
    change: (pagesVisited) =>
      ask({ method: "PUT", url, body: { pagesVisited }, guard: isPagesVisitedSetting }),
  };
}
