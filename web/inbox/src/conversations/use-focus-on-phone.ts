import { useEffect, useRef } from "react";
import { phone } from "../design/use-phone.ts";

/** On a phone the pane one comes from is gone, and the focus with it: it goes to the pane that took its place. */
export function useFocusOnPhone(conversation: string | undefined): void {
  const before = useRef(conversation);
  useEffect(() => {
    if (before.current === conversation) return;
    before.current = conversation;
    if (!phone.matches) return;
    const pane = conversation ? "#content" : "main section[data-pane]";
    document.querySelector<HTMLElement>(pane)?.focus();
  }, [conversation]);
}
