import type { Virtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useState } from "react";
import { useLive } from "../live/live.ts";
import type { Row } from "./rows.ts";

/** So long is it shown which message was meant. */
const SHOWN_MS = 2_600;
/** The rows above are measured as they come on screen, and move what is below them. */
const SETTLES_MS = 400;

interface Options {
  readonly conversation: string;
  /** The number of the message that the address names. */
  readonly at: number | undefined;
  readonly rows: readonly Row[];
  readonly virtual: Virtualizer<HTMLDivElement, Element>;
}

/** Brings the message that was looked for on screen, however far back it is. Returns its number for a while. */
export function useLanding({ conversation, at, rows, virtual }: Options): number | undefined {
  const { session } = useLive();
  const [landed, setLanded] = useState<number | undefined>(undefined);
  const [shown, setShown] = useState<number | undefined>(undefined);
  const index = at === undefined ? -1 : rows.findIndex((row) => row.seq === at);
  const isThere = index >= 0;

  useEffect(() => {
    if (at !== undefined) session.loadBackTo(conversation, at);
  }, [session, conversation, at]);

  if (isThere && landed !== at) {
    setLanded(at);
    setShown(at);
  } else if (at === undefined && landed !== undefined) setLanded(undefined);

  // Once for each message that is looked for; later it is the reader who scrolls.
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that come later do not move the reader.
  useLayoutEffect(() => {
    if (landed === undefined || landed !== at) return;
    const land = () => virtual.scrollToIndex(index, { align: "center" });
    land();
    const again = setInterval(land, 50);
    const settled = setTimeout(() => clearInterval(again), SETTLES_MS);
    return () => {
      clearInterval(again);
      clearTimeout(settled);
    };
  }, [landed, at]);

  useEffect(() => {
    if (shown === undefined) return;
    const timer = setTimeout(() => setShown(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  return shown;
}
