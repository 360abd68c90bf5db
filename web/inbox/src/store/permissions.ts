import type { Membership } from "@shopbell/protocol/staff";

/** Whether this person has an inbox here, or only settings. */
export function seesConversations({ permissions }: Membership): boolean {
  return permissions.includes("conversation_management");
}
