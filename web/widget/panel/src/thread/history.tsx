import type { ShopperHistory, ShopperMessage } from "@shopbell/protocol/shopper";
import { fetchHistory } from "@shopbell/sync/shopper-history";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { adopt } from "../adopt.ts";
import { useSurroundings } from "../surroundings.ts";
import styles from "./history.css?inline";
import { historyWords } from "./history-words.ts";
import { linesOf, saidBy } from "./lines.ts";
import { MessageGroup } from "./message-group.tsx";

adopt(styles);

/** More is fetched before the shopper meets the first message held. */
const AHEAD = "400px";

/** One closed conversation, as far back as it is here. */
interface Past {
  readonly thread: string;
  readonly messages: readonly ShopperMessage[];
}

/**
 * What was said in closed conversations that go on in this one, above it: only read. It is no part of the thread: nothing
 * of it is unread, seen or announced.
 */
export function History({ conversation }: { readonly conversation: string }) {
  const { settings, texts, chat } = useSurroundings();
  const words = historyWords();
  const [pages, setPages] = useState<readonly ShopperHistory[]>([]);
  const [load, setLoad] = useState<"idle" | "failed" | "over">("idle");
  const top = useRef<HTMLParagraphElement>(null);
  const place = useHeldPlace([pages, load]);
  const pasts = pastOf(pages);

  useEffect(() => {
    if (load !== "idle" || !top.current) return;
    let isWanted = true;
    const observer = new IntersectionObserver(
      ([seen]) => {
        if (!seen?.isIntersecting) return;
        observer.disconnect();
        const before = pages.at(-1)?.next ?? null;
        const asked = chat.asVisitor((secret) => fetchHistory(settings.key, secret, before));
        void asked.then((outcome) => {
          if (!isWanted) return;
          if (outcome.kind !== "done") return setLoad("failed");
          // This browser became somebody else's meanwhile: what is theirs is shown with their thread.
          if (outcome.value.conversation.id !== conversation) return setLoad("over");
          setPages([...pages, outcome.value]);
          if (outcome.value.next === null) setLoad("over");
        });
      },
      { root: top.current.closest("[role=log]"), rootMargin: `${AHEAD} 0px` },
    );
    observer.observe(top.current);
    return () => {
      isWanted = false;
      observer.disconnect();
    };
  }, [pages, load]);

  function retry(event: Event) {
    // The button goes, and must not take the focus along.
    if (event.currentTarget instanceof Element) {
      event.currentTarget.closest<HTMLElement>("[role=log]")?.focus();
    }
    setLoad("idle");
  }

  return (
    <div ref={place}>
      {load !== "over" && (
        <p ref={top} class="history-more">
          {load === "failed" ? (
            <>
              <span role="alert">{words.failed}</span>{" "}
              <button type="button" onClick={retry}>
                {texts.tryAgain}
              </button>
            </>
          ) : (
            texts.loadingEarlier
          )}
        </p>
      )}
      {pasts.map((past) => (
        <Conversation key={past.thread} messages={past.messages} />
      ))}
      {pasts.length > 0 && <p class="history-title">{words.present}</p>}
    </div>
  );
}

/** Below its title. */
function Conversation({ messages }: Pick<Past, "messages">) {
  const { times } = useSurroundings();
  const words = historyWords();
  const lines = useMemo(
    () => linesOf(messages.map((message) => saidBy(message, null))),
    [messages.length],
  );
  const last = messages.at(-1);
  if (!last) return null;
  const title = words.earlier(times.day(Date.parse(last.sentAt), Date.now()));
  return (
    <section aria-label={title}>
      <p class="history-title">{title}</p>
      {lines.map((line) =>
        line.kind === "day" ? (
          <p key={line.key} class="history-day">
            {times.day(line.at, Date.now())}
          </p>
        ) : (
          <MessageGroup key={line.key} said={line.said} since={Number.POSITIVE_INFINITY} />
        ),
      )}
    </section>
  );
}

/** Oldest first, though the newest is fetched first. */
function pastOf(pages: readonly ShopperHistory[]): readonly Past[] {
  const pasts = new Map<string, readonly ShopperMessage[]>();
  for (const { thread, messages } of pages) {
    if (thread !== null) pasts.set(thread, [...messages, ...(pasts.get(thread) ?? [])]);
  }
  return [...pasts].map(([thread, messages]) => ({ thread, messages })).reverse();
}

/** What is put above the text being read, or grows there, must not move it. */
function useHeldPlace(inputs: readonly unknown[]) {
  const place = useRef<HTMLDivElement>(null);
  const height = useRef(0);

  function hold(isAbove: (grown: number, element: Element, log: Element) => boolean) {
    const element = place.current;
    const log = element?.closest("[role=log]");
    if (!element || !log) return;
    const grown = element.offsetHeight - height.current;
    height.current += grown;
    if (isAbove(grown, element, log)) log.scrollTop += grown;
  }

  useLayoutEffect(() => hold(() => true), [...inputs]);
  useEffect(() => {
    if (!place.current) return;
    const observer = new ResizeObserver(() =>
      hold(
        (grown, element, log) =>
          element.getBoundingClientRect().bottom - grown <= log.getBoundingClientRect().top,
      ),
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return place;
}
