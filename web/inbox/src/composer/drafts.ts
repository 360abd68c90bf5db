import { useSyncExternalStore } from "react";

const PREFIX = "shopbell.draft.";

/** Where drafts go when the browser refuses to keep them: better until the reload than not at all. */
const unkept = new Map<string, string>();

const listeners = new Set<() => void>();

/** What this person typed into this conversation and has not sent. Kept on the device, also across log-outs. */
export function draftOf(staff: string, conversation: string): string {
  const key = keyOf(staff, conversation);
  return unkept.get(key) ?? localStorage.getItem(key) ?? "";
}

export function keepDraft(staff: string, conversation: string, text: string): void {
  const key = keyOf(staff, conversation);
  unkept.delete(key);
  try {
    if (text === "") localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    unkept.set(key, text);
  }
  for (const listener of listeners) listener();
}

/** The draft as it is now, also when another tab of this browser changes it. */
export function useDraft(staff: string, conversation: string): string {
  return useSyncExternalStore(subscribe, () => draftOf(staff, conversation));
}

function keyOf(staff: string, conversation: string): string {
  return `${PREFIX}${staff}.${conversation}`;
}

function subscribe(listener: () => void): () => void {
  const hear = (event: StorageEvent) => {
    if (event.key?.startsWith(PREFIX)) listener();
  };
  listeners.add(listener);
  window.addEventListener("storage", hear);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", hear);
  };
}
