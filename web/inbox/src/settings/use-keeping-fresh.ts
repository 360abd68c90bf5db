import { useEffect, useRef } from "react";

/** As long may pass until a page that is looked at shows what somebody else has done. */
const PAUSE_MS = 10_000;

/** Asks again when the page comes back to the front, and every now and then while it is on screen. */
export function useKeepingFresh(refresh: () => void): void {
  const latest = useRef(refresh);
  useEffect(() => {
    latest.current = refresh;
  });
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") latest.current();
    };
    const timer = setInterval(look, PAUSE_MS);
    window.addEventListener("focus", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", look);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
}
