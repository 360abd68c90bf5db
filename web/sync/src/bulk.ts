import type { BulkAction, BulkAnswer } from "@shopbell/protocol/staff";
import type { Failure, Outcome } from "./http.ts";
import type { StaffApi } from "./staff-api.ts";

/** As many at once as the server takes. */
const MOST = 100;

/** What came of it, for all that were asked for; `failure`: why some were not even tried. */
export interface BulkResult extends BulkAnswer {
  readonly failure: Failure | null;
}

/** Asks for all of them, some at a time and one request after the other. What was done stays done when a later request fails. */
export async function inBulk(
  api: Pick<StaffApi, "bulk">,
  conversations: readonly string[],
  action: BulkAction,
): Promise<BulkResult> {
  let result: BulkResult = { done: [], gone: [], refused: [], failure: null };
  for (let from = 0; from < conversations.length; from += MOST) {
    const some = conversations.slice(from, from + MOST);
    const outcome: Outcome<BulkAnswer> = await api.bulk({ conversations: some, action });
    if (outcome.kind !== "done") return { ...result, failure: outcome };
    const { done, gone, refused } = outcome.value;
    result = {
      done: [...result.done, ...done],
      gone: [...result.gone, ...gone],
      refused: [...result.refused, ...refused],
      failure: null,
    };
  }
  return result;
}
