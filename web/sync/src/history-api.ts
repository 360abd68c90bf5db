import type { Continuation, History } from "@shopbell/protocol/history";
import { isContinuation, isHistory } from "@shopbell/protocol/history-guards";
import { ask, type Outcome } from "./http.ts";
import { queryOf } from "./url.ts";

/** What staff may ask about the threads that one hangs together with. */
export interface HistoryApi {
  /** `before` is the last stretch's `next`; null asks for what was said just before the thread began. */
  history(before: string | null): Promise<Outcome<History>>;
  /** Where it goes on, if it is closed. */
  continuation(): Promise<Outcome<Continuation>>;
}

export function createHistoryApi(store: string, conversation: string, base = ""): HistoryApi {
  const thread = `${base}/api/staff/stores/${store}/conversations/${conversation}`;
  return {
    history: (before) => ask({ url: `${thread}/history${queryOf({ before })}`, guard: isHistory }),
    continuation: () => ask({ url: `${thread}/continuation`, guard: isContinuation }),
  };
}
