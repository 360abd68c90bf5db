import { useLocation } from "wouter";
import { useView } from "../conversations/view.ts";
import { searchPath, useQuery } from "../search/search-path.ts";

/** Opens a conversation, or none, beside the list or the hits one is at; its row gets the focus, so that keys go on from there. */
export function useOpenConversation(): (conversation: string | undefined) => void {
  const view = useView();
  const query = useQuery();
  const [, navigate] = useLocation();
  return (conversation) => {
    navigate(searchPath({ view, query, conversation }));
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
