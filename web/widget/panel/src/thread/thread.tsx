import type { ShopperState } from "@shopbell/sync/shopper-session";
import { hasEarlier, publicSeqOf } from "@shopbell/sync/thread";
import { useEffect, useMemo, useState } from "preact/hooks";
import { useSurroundings } from "../surroundings.ts";
import { Announcer } from "./announcer.tsx";
import { Composer } from "./composer.tsx";
import { linesOf, type Said } from "./lines.ts";
import { Log } from "./log.tsx";
import { Notice } from "./notice.tsx";
import style from "./thread.module.css";
import { ThreadHeader } from "./thread-header.tsx";
import { Typing } from "./typing.tsx";
import { useTrouble } from "./use-trouble.ts";

export interface ThreadProps {
  readonly thread: ShopperState | null;
  readonly said: readonly Said[];
  /** Who of the staff answered last. */
  readonly who: string | null;
  /** The panel is open and the page is being looked at. */
  readonly onScreen: boolean;
  send(text: string, files: readonly string[]): void;
  back(): void;
}

const isOf = (code: string) => (one: Said) => one.refusal === code;

/** The conversation. */
export function Thread({ thread, said, who, onScreen, send, back }: ThreadProps) {
  const { texts, chat } = useSurroundings();
  const [atEnd, setAtEnd] = useState(true);
  const isReconnecting = useTrouble(thread, said);
  // Once the thread is known it says so itself, and also when it is over.
  const isBlocked = thread?.conversation?.blocked ?? said.some(isOf("sender_blocked"));
  const isClosed = isBlocked || said.some(isOf("chat_off"));
  const lines = useMemo(() => linesOf(said), [said]);
  const isLonger = thread ? hasEarlier(publicSeqOf, thread.thread) : false;
  // Of what is here: the conversation tells of a new message only once it is known to be delivered.
  const last = thread?.thread.messages.at(-1)?.publicSeq ?? 0;

  useEffect(() => {
    if (onScreen && atEnd && last > 0) chat.sawUpTo(last);
  }, [onScreen, atEnd, last]);

  return (
    <main class={style.thread}>
      <ThreadHeader who={who} back={back} />
      {isReconnecting && <Notice icon="offline">{texts.reconnecting}</Notice>}
      {thread?.phase === "failed" && (
        <Notice icon="alert">
          {texts.loadFailed}{" "}
          <button type="button" class={style.retry} onClick={chat.reload}>
            {texts.tryAgain}
          </button>
        </Notice>
      )}
      <Log
        lines={lines}
        hasEarlier={isLonger}
        loadingEarlier={thread?.loadingEarlier ?? false}
        continuing={!isLonger && thread?.conversation?.continues && thread.conversation.id}
        unread={thread?.unread ?? 0}
        atEnd={setAtEnd}
      />
      <Typing name={thread?.typing ?? null} />
      <Announcer said={said} />
      {isClosed ? (
        <div class={style.closed}>
          <Notice icon="closed">{texts.closed}</Notice>
        </div>
      ) : (
        <Composer send={send} />
      )}
    </main>
  );
}
