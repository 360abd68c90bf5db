import { useEffect, useState } from "react";
import { announce, hush } from "../announce/announce.ts";
import { DropArea } from "../attachments/drop-area.tsx";
import { useAddFiles } from "../attachments/use-add-files.ts";
import { useDropping } from "../attachments/use-dropping.ts";
import { Composer } from "../composer/composer.tsx";
import { customerName } from "../customer/customer-name.ts";
import { ProblemState } from "../design/problem-state.tsx";
import { useLate } from "../design/use-late.ts";
import { BlockedBanner } from "../handling/blocked-banner.tsx";
import { ClosedFoot } from "../history/closed-foot.tsx";
import { useLive, useLiveState } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import { GoneState } from "./gone-state.tsx";
import { MessageLog } from "./message-log.tsx";
import { SuggestionPlace } from "./suggestion-place.tsx";
import { LostHeader, ThreadHeader } from "./thread-header.tsx";
import styles from "./thread-pane.module.css";
import { HeaderSkeleton, ThreadSkeleton } from "./thread-skeleton.tsx";
import { TypingLine } from "./typing-line.tsx";
import { useViewing } from "./use-viewing.ts";

/** One conversation: who it is with, what was said, and what to say next. Mount it anew for another one. */
export function ThreadPane({ conversation }: { readonly conversation: string }) {
  const { session, hurry } = useLive();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt opens it again.
  useEffect(() => session.openThread(conversation), [session, conversation, attempt]);

  useViewing(conversation);
  const summary = useLiveState((state) => state.inbox.conversations.get(conversation));
  const loaded = useLiveState((state) => state.inbox.threads.has(conversation));
  const load = useLiveState((state) => state.threadLoads.get(conversation)?.kind ?? "idle");
  const [wasSeen, setWasSeen] = useState(loaded);
  if (loaded && !wasSeen) setWasSeen(true);
  const lost = load === "gone" || (load === "failed" && !loaded);
  const late = useLate(!loaded);

  const name = summary && customerName(summary.customer);
  useEffect(() => {
    if (name === undefined) return;
    announce(name);
    return hush;
  }, [name]);

  const isClosed = summary?.continued === true;
  const { isOver, handlers } = useDropping(useAddFiles(conversation));

  const retry = () => {
    hurry();
    setAttempt((times) => times + 1);
  };

  return (
    <section
      className={styles.pane}
      id="content"
      tabIndex={-1}
      aria-label={texts.thread.pane}
      data-pane=""
      {...(lost || isClosed ? {} : handlers)}
    >
      {isOver && <DropArea />}
      {lost && <LostHeader />}
      {load === "gone" && <GoneState conversation={conversation} wasSeen={wasSeen} />}
      {load === "failed" && !loaded && <ProblemState text={texts.thread.failed} onRetry={retry} />}
      {!lost && (
        <>
          {summary ? <ThreadHeader summary={summary} /> : <HeaderSkeleton shown={late} />}
          {summary?.blocked && <BlockedBanner summary={summary} />}
          {loaded && summary ? <MessageLog summary={summary} /> : <ThreadSkeleton shown={late} />}
          {summary && !isClosed && (
            <TypingLine conversation={conversation} customer={summary.customer} />
          )}
          {loaded && summary && !isClosed && <SuggestionPlace summary={summary} />}
          {isClosed ? (
            <ClosedFoot summary={summary} />
          ) : (
            <Composer conversation={conversation} summary={summary} />
          )}
        </>
      )}
    </section>
  );
}
