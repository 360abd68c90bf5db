import type { ConversationSummary } from "@shopbell/protocol/staff";
import type { Inbox } from "@shopbell/sync/inbox";

/** The conversations in which a customer wrote between two states of the inbox, as far as this person is to be told of it. */
export function heard(before: Inbox, now: Inbox): readonly ConversationSummary[] {
  // Loaded afresh: what is in it is not what just happened.
  if (before.since !== now.since || before.position?.epoch !== now.position?.epoch) return [];
  if (before.conversations === now.conversations) return [];
  return [...now.conversations.values()].filter((conversation) => {
    const known = before.conversations.get(conversation.id);
    return (
      known !== conversation &&
      conversation.preview?.kind === "customer" &&
      !conversation.blocked &&
      (conversation.assignee === null || conversation.assignee.id === now.reader) &&
      conversation.unread > (before.unread.get(conversation.id) ?? 0) &&
      (known === undefined || conversation.lastSeq > known.lastSeq)
    );
  });
}
