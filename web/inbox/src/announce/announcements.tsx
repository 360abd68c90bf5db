import { useEffect, useState } from "react";
import { onAnnouncement } from "./announce.ts";

/** One announcement in this time at most; what comes meanwhile is said together. */
const BATCH_MS = 2_000;

/** The hidden place a screen reader listens to. */
export function Announcements() {
  const [said, setSaid] = useState("");

  useEffect(() => {
    let waiting: string[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = () => {
      setSaid(waiting.join(". "));
      waiting = [];
      timer = undefined;
    };
    const stop = onAnnouncement((text) => {
      if (text === null) {
        clearTimeout(timer);
        waiting = [];
        say();
        return;
      }
      waiting.push(text);
      timer ??= setTimeout(say, BATCH_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);

  return (
    <div className="visually-hidden" aria-live="polite">
      {said}
    </div>
  );
}
