import type { View } from "@shopbell/protocol/staff";
import { useLocation } from "wouter";
import { messagesPath, useView } from "../conversations/view.ts";

/** Opens a conversation, or none, in the view one is in; its row gets the focus, so that keys go on from there. */
export function useOpenConversation(): (conversation: string | undefined) => void {
  const view: View = useView();
  const [, navigate] = useLocation();
  return (conversation) => {
    navigate(messagesPath(view, conversation));
    if (conversation !== undefined) requestAnimationFrame(() => focusRow(conversation));
  };
}

/** Whether it is still the one on screen. */
export function isOpenNow(conversation: string): boolean {
  return location.pathname.endsWith(`/${conversation}`);
}

function focusRow(conversation: string): void {
  const row = `[data-conversation="${CSS.escape(conversation)}"]`;
  document.querySelector<HTMLElement>(row)?.focus({ preventScroll: true });
}
