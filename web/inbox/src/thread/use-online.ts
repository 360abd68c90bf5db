import { useLiveState } from "../live/live.ts";

/** Whether the customer is on the store's pages, and since when not, if they left while the inbox was open. */
export function useOnline(conversation: string): {
  readonly online: boolean;
  readonly leftAt: string | null;
} {
  const online = useLiveState((state) => state.inbox.online.has(conversation));
  const leftAt = useLiveState((state) => state.inbox.leftAt.get(conversation) ?? null);
  return { online, leftAt };
}
