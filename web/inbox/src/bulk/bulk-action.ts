import type { BulkAction, ConversationSummary } from "@shopbell/protocol/staff";
import type { BulkResult } from "@shopbell/sync/bulk";

/** Whether doing it would change this one. Those it would not are left alone, and so stay out of the count and of *Undo*. */
export function changes(action: BulkAction, summary: ConversationSummary): boolean {
  switch (action.type) {
    case "resolve":
      return summary.status === "unresolved";
    case "reopen":
      return summary.status === "resolved" && !summary.blocked && !summary.continued;
    case "read":
      return summary.unread > 0;
    case "unread":
      return summary.unread === 0;
    case "assign":
      return (summary.assignee?.id ?? null) !== action.to;
    case "label":
      return !summary.labels.includes(action.label);
    case "unlabel":
      return summary.labels.includes(action.label);
    default:
      return action satisfies never;
  }
}

export interface Reversal {
  readonly conversations: readonly string[];
  readonly action: BulkAction;
}

/** What takes it back, one after the other, as they were `before`: also the dots that went with it. */
export function reversals(
  action: BulkAction,
  { done, gone }: BulkResult,
  before: ReadonlyMap<string, ConversationSummary>,
): readonly Reversal[] {
  const conversations = done.map(({ id }) => id);
  const unread = conversations.filter((id) => (before.get(id)?.unread ?? 0) > 0);
  const dots = unread.length > 0 ? [reversal(unread, { type: "unread" })] : [];
  if (conversations.length + gone.length === 0) return [];
  switch (action.type) {
    case "resolve":
      return [reversal(conversations, { type: "reopen", undo: true })];
    case "reopen":
      return [reversal(conversations, { type: "resolve" })];
    case "label":
      return [reversal(conversations, { type: "unlabel", label: action.label })];
    case "unlabel":
      return [reversal(conversations, { type: "label", label: action.label })];
    case "assign":
      return returned([...conversations, ...gone], before);
    case "read":
      return dots;
    case "unread":
      return [reversal(conversations, { type: "read" })];
    default:
      return action satisfies never;
  }
}

function reversal(conversations: readonly string[], action: BulkAction): Reversal {
  return { conversations, action };
}

/** Each to whom it was assigned. */
function returned(
  conversations: readonly string[],
  before: ReadonlyMap<string, ConversationSummary>,
): readonly Reversal[] {
  const owners = new Map<string | null, string[]>();
  for (const id of conversations) {
    const owner = before.get(id)?.assignee?.id ?? null;
    owners.set(owner, [...(owners.get(owner) ?? []), id]);
  }
  return [...owners].map(([to, ids]) => ({ conversations: ids, action: { type: "assign", to } }));
}
