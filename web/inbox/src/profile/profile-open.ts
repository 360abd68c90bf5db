import { useSyncExternalStore } from "react";

/** Where there is room for the profile beside the thread; as the style sheets have it. */
const wide = matchMedia("(min-width: 1280px)");

/** Elsewhere it covers the thread, and is open for this conversation only. */
let covered: string | null = null;
const closedBy = new Map<string, boolean>();
const listeners = new Set<() => void>();

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  wide.addEventListener("change", changed);
  return () => {
    listeners.delete(changed);
    wide.removeEventListener("change", changed);
  };
}

/** Whether the profile is on screen with this conversation, and how to change that. */
export function useProfileOpen(staff: string, conversation: string | undefined) {
  const isOpen = useSyncExternalStore(
    subscribe,
    () => conversation !== undefined && isOpenFor(staff, conversation),
  );
  const covers = useSyncExternalStore(subscribe, () => !wide.matches);
  return {
    isOpen,
    covers,
    open: () => set(staff, conversation, true),
    close: () => set(staff, conversation, false),
    toggle: () => set(staff, conversation, !isOpen),
  };
}

function isOpenFor(staff: string, conversation: string): boolean {
  return wide.matches ? !isClosed(staff) : covered === conversation;
}

function set(staff: string, conversation: string | undefined, open: boolean): void {
  if (wide.matches) {
    closedBy.set(staff, !open);
    try {
      if (open) localStorage.removeItem(keyOf(staff));
      else localStorage.setItem(keyOf(staff), "closed");
    } catch {
      // Then it is remembered until the page is left.
    }
  } else {
    covered = open && conversation !== undefined ? conversation : null;
  }
  for (const listener of [...listeners]) listener();
}

function isClosed(staff: string): boolean {
  const known = closedBy.get(staff);
  if (known !== undefined) return known;
  const closed = kept(staff);
  closedBy.set(staff, closed);
  return closed;
}

function kept(staff: string): boolean {
  try {
    return localStorage.getItem(keyOf(staff)) === "closed";
  } catch {
    return false;
  }
}

function keyOf(staff: string): string {
  return `shopbell.profile.${staff}`;
}
