import type { OtherThreads } from "@shopbell/protocol/profile";
import type { ConversationSummary } from "@shopbell/protocol/staff";
import { useId } from "react";
import { Link } from "wouter";
import { filesInWords } from "../attachments/files-in-words.ts";
import { messagesPath, usePlace } from "../conversations/view.ts";
import { profileTexts as texts } from "../texts/en-profile.ts";
import { useNow } from "../time/clock.ts";
import { shortAge } from "../time/format.ts";
import styles from "./threads-block.module.css";
import type { Block } from "./use-block.ts";

/** Their other conversations, as far as the reader may see them. Most people have none: then nothing is said. */
export function ThreadsBlock({ block }: { readonly block: Block<OtherThreads> }) {
  const id = useId();
  const threads = block.value?.conversations ?? [];
  if (threads.length === 0) return null;
  return (
    <section className={styles.block} aria-labelledby={id}>
      <h3 id={id}>
        {texts.threads} <span>{threads.length}</span>
      </h3>
      <ul>
        {threads.map((thread) => (
          <Thread key={thread.id} thread={thread} />
        ))}
      </ul>
    </section>
  );
}

function Thread({ thread }: { readonly thread: ConversationSummary }) {
  const place = usePlace();
  const now = useNow();
  return (
    <li>
      <Link href={messagesPath(place, thread.id)} className={styles.thread}>
        <span className="truncate" dir="auto">
          {thread.preview && (thread.preview.text || filesInWords(thread.preview.attachments))}
        </span>
        <span className={styles.when}>
          {texts[thread.status]}, {shortAge(thread.lastActivityAt, now)}
        </span>
      </Link>
    </li>
  );
}
