import type { Topic } from "@shopbell/protocol/notification";
import type { ConversationSummary, StaffMessage } from "@shopbell/protocol/staff";
import type { Inbox } from "@shopbell/sync/inbox";

/** Something this person may be told of. */
export interface Heard {
  readonly topic: Topic;
  readonly conversation: ConversationSummary;
}

/** A conversation of theirs in which something happened that is no message; its thread says what. */
export interface Stirred {
  readonly conversation: ConversationSummary;
  readonly after: number;
}

interface News {
  readonly heard: readonly Heard[];
  readonly stirred: readonly Stirred[];
}

const NOTHING: News = { heard: [], stirred: [] };

/** What happened between two states of the inbox, as far as this person is to be told of it. */
export function news(before: Inbox, now: Inbox): News {
  // Loaded afresh: what is in it is not what just happened.
  if (before.since !== now.since || before.position?.epoch !== now.position?.epoch) return NOTHING;
  if (before.conversations === now.conversations) return NOTHING;
  const heard: Heard[] = [];
  const stirred: Stirred[] = [];
  for (const conversation of now.conversations.values()) {
    const known = before.conversations.get(conversation.id);
    if (known === conversation || conversation.blocked) continue;
    if (known && conversation.lastSeq <= known.lastSeq) continue;
    const isOwn = conversation.assignee?.id === now.reader;
    if (wroteIn(conversation, before.unread.get(conversation.id) ?? 0)) {
      if (isOwn) heard.push({ topic: "message_mine", conversation });
      else if (!conversation.assignee) heard.push({ topic: "message_unassigned", conversation });
    } else if (known && conversation.mentioned && !known.mentioned) {
      heard.push({ topic: "mentioned", conversation });
    } else if (isOwn || isAnswered(conversation, now.reader)) {
      stirred.push({ conversation, after: known?.lastSeq ?? conversation.lastSeq - 1 });
    }
  }
  return { heard, stirred };
}

/** Of what is to be told in lines of a thread. */
export function topicIn(messages: readonly StaffMessage[], me: string): Topic | null {
  for (const { event, author } of messages.toReversed()) {
    if (event?.type === "email_bounced" || event?.type === "email_failed") return "bounced";
    if (event?.type === "assigned")
      return event.to?.id === me && author?.id !== me ? "assigned" : null;
  }
  return null;
}

function wroteIn({ preview, unread }: ConversationSummary, unreadBefore: number): boolean {
  return preview?.kind === "customer" && unread > unreadBefore;
}

/** Everybody's, with this person's answer as the last word. */
function isAnswered({ assignee, preview }: ConversationSummary, me: string): boolean {
  return assignee === null && preview?.kind === "staff" && preview.author?.id === me;
}
