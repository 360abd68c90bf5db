import { useEffect, useState } from "react";

const LONG_ENOUGH_MS = 1_000;

/**
 * Calls `onRead` once what is on screen, up to `seq`, has been there for a second in a tab that is
 * visible and has the focus. Looking away starts the second over.
 */
export function useReading(seq: number, onRead: (seq: number) => void): void {
  const attentive = useAttentive();
  useEffect(() => {
    if (!attentive || seq === 0) return;
    const timer = setTimeout(() => onRead(seq), LONG_ENOUGH_MS);
    return () => clearTimeout(timer);
  }, [attentive, seq, onRead]);
}

function useAttentive(): boolean {
  const [attentive, setAttentive] = useState(isAttentive);
  useEffect(() => {
    const look = () => setAttentive(isAttentive());
    look();
    window.addEventListener("focus", look);
    window.addEventListener("blur", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      window.removeEventListener("focus", look);
      window.removeEventListener("blur", look);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return attentive;
}

function isAttentive(): boolean {
  return document.visibilityState === "visible" && document.hasFocus();
}
