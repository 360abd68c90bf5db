import type { ShopperState } from "@shopbell/sync/shopper-session";
import { useEffect, useState } from "preact/hooks";
import type { Said } from "./lines.ts";

/** A connection that is back sooner than this is not worth a word. */
const GRACE_MS = 2000;

/** Whether the shopper should know that the connection is gone. */
export function useTrouble(thread: ShopperState | null, said: readonly Said[]): boolean {
  const isGone =
    thread?.connection.kind === "reconnecting" || said.some(({ fate }) => fate === "unsent");
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isGone) {
      setLong(false);
      return;
    }
    const timer = setTimeout(() => setLong(true), GRACE_MS);
    return () => clearTimeout(timer);
  }, [isGone]);
  return isGone && isLong;
}
