import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { useSurroundings } from "../surroundings.ts";
import { partOf, useFetched } from "../use-fetched.ts";
import type { Line } from "./lines.ts";
import style from "./log.module.css";
import { MessageGroup } from "./message-group.tsx";

export interface LogProps {
  readonly lines: readonly Line[];
  readonly hasEarlier: boolean;
  readonly loadingEarlier: boolean;
  /** The conversation before which others were, once it is here from its beginning on. */
  readonly continuing: string | false | undefined;
  readonly unread: number;
  /** Tells whether the end of the thread is on screen. */
  atEnd(atEnd: boolean): void;
}

/** Nearer to the end than this counts as being there. */
const NEAR = 48;
/** Earlier messages are fetched before the shopper meets the first one held. */
const AHEAD = 400;

const historyPart = partOf(() => import("./history.tsx"));
const toLatestPart = partOf(() => import("./to-latest.tsx"));

/** The thread, held at its end unless the shopper reads back. */
export function Log(props: LogProps) {
  const { lines, loadingEarlier, continuing, unread } = props;
  const { texts, times, chat } = useSurroundings();
  const [isAway, setAway] = useState(false);
  const ToLatest = useFetched(isAway, toLatestPart)?.ToLatest;
  const History = useFetched(!!continuing, historyPart)?.History;
  const [since] = useState(() => Date.now());
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const held = useRef({ end: true, first: "", height: 0, top: 0 });
  const latest = useRef(props);
  latest.current = props;

  function toEnd() {
    const log = box.current;
    if (log) log.scrollTop = log.scrollHeight;
  }

  function look() {
    const log = box.current;
    // Hidden: nothing can be said about what is on screen.
    if (!log?.clientHeight) return;
    const { hasEarlier, loadingEarlier: isLoading, atEnd } = latest.current;
    const { scrollTop } = log;
    const isNear = log.scrollHeight - scrollTop - log.clientHeight < NEAR;
    // What grew below, as a picture does, has not taken anybody away from the end; only scrolling up does.
    const end = isNear || (held.current.end && scrollTop >= held.current.top);
    held.current.end = end;
    held.current.top = scrollTop;
    setAway(!end);
    atEnd(end);
    if (scrollTop < AHEAD && hasEarlier && !isLoading) chat.loadEarlier();
  }

  // What is put in front of the text being read must not move it.
  const first = lines.find(({ kind }) => kind === "group")?.key ?? "";
  useLayoutEffect(() => {
    const log = box.current;
    if (!log) return;
    const { end, height, first: before } = held.current;
    if (end) toEnd();
    else if (before !== first) log.scrollTop += log.scrollHeight - height;
    held.current.first = first;
    held.current.height = log.scrollHeight;
  }, [lines]);

  useEffect(() => {
    if (!box.current || !content.current) return;
    const observer = new ResizeObserver(() => {
      if (held.current.end) toEnd();
      look();
    });
    observer.observe(box.current);
    observer.observe(content.current);
    return () => observer.disconnect();
  }, []);

  const drawn = useMemo(
    () =>
      lines.map((line) =>
        line.kind === "day" ? (
          <p key={line.key} class={style.day}>
            {times.day(line.at, Date.now())}
          </p>
        ) : (
          <MessageGroup key={line.key} said={line.said} since={since} />
        ),
      ),
    [lines],
  );

  return (
    <div class={style.frame}>
      <div
        ref={box}
        class={style.log}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboards scroll what has focus
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={texts.messages}
        onScroll={look}
      >
        <div ref={content} class={style.content}>
          {continuing && History && <History key={continuing} conversation={continuing} />}
          {drawn}
        </div>
      </div>
      {loadingEarlier && <p class={style.loading}>{texts.loadingEarlier}</p>}
      {isAway && ToLatest && (
        <ToLatest
          unread={unread}
          press={() => {
            toEnd();
            look();
          }}
        />
      )}
    </div>
  );
}
