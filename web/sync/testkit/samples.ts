import type { ShopperMessage } from "@shopbell/protocol/shopper";
import type { ConversationSummary, StaffMessage } from "@shopbell/protocol/staff";

/** Whose inbox it is. */
export const ME = { id: "staff-me", name: "Maya" };

/** Values for tests that care about one or two of their fields. */
export function aStaffMessage(seq: number, changed: Partial<StaffMessage> = {}): StaffMessage {
  return {
    id: `message-${seq}`,
    conversation: "conversation-1",
    seq,
    publicSeq: seq,
    kind: "customer",
    author: null,
    text: `Message ${seq}`,
    event: null,
    attachments: [],
    sentAt: "2026-10-05T09:00:00Z",
    ...changed,
  };
}

export function aShopperMessage(
  publicSeq: number,
  changed: Partial<ShopperMessage> = {},
): ShopperMessage {
  return {
    id: `message-${publicSeq}`,
    publicSeq,
    kind: "staff",
    author: { name: "Maya" },
    text: `Message ${publicSeq}`,
    attachments: [],
    sentAt: "2026-10-05T09:00:00Z",
    ...changed,
  };
}

export function aSummary(
  id: string,
  changed: Partial<ConversationSummary> = {},
): ConversationSummary {
  return {
    id,
    version: 1,
    customer: {
      id: `customer-of-${id}`,
      name: "Anna Kowalska",
      email: null,
      emailVerified: false,
      language: null,
      timeZone: null,
    },
    status: "unresolved",
    assignee: null,
    blocked: false,
    labels: [],
    lastSeq: 1,
    lastPublicSeq: 1,
    delivered: 0,
    seen: 0,
    emailed: 0,
    preview: {
      kind: "customer",
      author: null,
      text: "Hello",
      attachments: { images: 0, videos: 0 },
    },
    lastActivityAt: "2026-10-05T09:00:00Z",
    createdAt: "2026-10-05T09:00:00Z",
    unread: 0,
    mentioned: false,
    ...changed,
  };
}
