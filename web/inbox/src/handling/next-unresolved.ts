import type { ConversationSummary } from "@shopbell/protocol/staff";

/** What to turn to after this one: the next one in the list that waits for an answer, or else the one just above. */
export function nextUnresolved(
  rows: readonly ConversationSummary[],
  from: string,
): string | undefined {
  const at = rows.findIndex(({ id }) => id === from);
  const waits = ({ id, status }: ConversationSummary) => id !== from && status === "unresolved";
  return (rows.slice(at + 1).find(waits) ?? rows.slice(0, Math.max(0, at)).findLast(waits))?.id;
}
