import { useEffect, useRef, useState } from "react";
import { useLiveState } from "../live/live.ts";

/** Whether the customer is on the store's pages, and since when not, if they left while this was watched. */
export function useOnline(conversation: string): {
  readonly online: boolean;
  readonly leftAt: string | null;
} {
  const online = useLiveState((state) => state.inbox.online.has(conversation));
  const [leftAt, setLeftAt] = useState<string | null>(null);
  const before = useRef(online);
  useEffect(() => {
    if (before.current && !online) setLeftAt(new Date().toISOString());
    if (online) setLeftAt(null);
    before.current = online;
  }, [online]);
  return { online, leftAt };
}
