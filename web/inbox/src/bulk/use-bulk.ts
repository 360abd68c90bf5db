import type { BulkAction, ConversationSummary } from "@shopbell/protocol/staff";
import type { BulkResult } from "@shopbell/sync/bulk";
import { failureWords } from "../handling/failure-words.ts";
import { useLive } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import { showToast } from "../toast/toasts.ts";
import { changes, type Reversal, reversals } from "./bulk-action.ts";

/** Does something with many conversations, and tells in one toast what came of it and how to take it back. */
export function useBulk() {
  const { session, store } = useLive();
  const { bulk } = session.actions;
  const administers = store.permissions.includes("inbox_administration");

  async function takeBack(steps: readonly Reversal[]): Promise<void> {
    const asked = new Set<string>();
    const failed = new Set<string>();
    for (const { conversations, action } of steps) {
      const { done, gone } = await bulk(conversations, action);
      const back = new Set([...done.map(({ id }) => id), ...gone]);
      for (const id of conversations) {
        asked.add(id);
        if (!back.has(id)) failed.add(id);
      }
    }
    showToast({ text: [texts.bulk.undone(asked.size - failed.size, failed.size)] });
  }

  return async (chosen: readonly ConversationSummary[], action: BulkAction): Promise<void> => {
    const wanted = chosen.filter((summary) => changes(action, summary));
    if (wanted.length === 0) return;
    const ids = wanted.map(({ id }) => id);
    const result = await bulk(ids, action);
    // What is out of sight is brought back by administrators alone.
    const undoable = administers ? result : { ...result, gone: [] };
    const steps = reversals(action, undoable, new Map(wanted.map((one) => [one.id, one])));
    showToast({
      text: [words(action, result, wanted.length)],
      ...(steps.length > 0 && { undo: () => void takeBack(steps) }),
    });
  };
}

function countOf({ done, gone }: BulkResult): number {
  return done.length + gone.length;
}

function words(action: BulkAction, result: BulkResult, asked: number): string {
  const done = countOf(result);
  if (done === 0 && result.failure) return failureWords(result.failure);
  const what = action.type === "assign" && action.to === null ? "unassign" : action.type;
  const told = texts.bulk.told(what, done, asked - done);
  const isClosed = result.refused.some(({ code }) => code === "conversation_continued");
  return isClosed ? `${told} ${texts.bulk.closed}` : told;
}
