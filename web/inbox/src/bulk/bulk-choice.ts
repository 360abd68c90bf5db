import type { ConversationSummary, StaffName } from "@shopbell/protocol/staff";

/** Labels that all of them wear: those that can be taken off all of them. */
export function sharedLabels(chosen: readonly ConversationSummary[]): readonly string[] {
  const [first, ...others] = chosen;
  if (!first) return [];
  return first.labels.filter((label) => others.every(({ labels }) => labels.includes(label)));
}

/**
 * The one that stands for all when asking to whom they can be given: one's own, which everybody hands on, before those of
 * others, which only administrators do. What the server refuses for the rest is told afterwards.
 */
export function forAll(
  chosen: readonly ConversationSummary[],
  me: StaffName,
): { readonly summary: Pick<ConversationSummary, "assignee">; readonly mixed: boolean } {
  const assignees = chosen.map(({ assignee }) => assignee);
  const mine = assignees.find((assignee) => assignee?.id === me.id);
  const assignee = mine ?? assignees.find((each) => each !== null) ?? null;
  const mixed = assignees.some((each) => (each?.id ?? null) !== (assignee?.id ?? null));
  return { summary: { assignee }, mixed };
}
