import type { ConversationSummary } from "@shopbell/protocol/staff";
import { Link } from "wouter";
import { PreviewLine } from "../conversations/preview-line.tsx";
import { usePreview } from "../conversations/use-preview.ts";
import { messagesPath } from "../conversations/view.ts";
import { CustomerAvatar } from "../customer/customer-avatar.tsx";
import { customerName } from "../customer/customer-name.ts";
import { useAway } from "../live/connection-banner.tsx";
import { useLiveState } from "../live/live.ts";
import { useNow } from "../time/clock.ts";
import { age, exactTime } from "../time/format.ts";
import styles from "./latest-message.module.css";

export function LatestMessage({ summary }: { readonly summary: ConversationSummary }) {
  const away = useAway();
  const online = useLiveState((state) => state.inbox.online.has(summary.id)) && !away;
  const preview = usePreview(summary.id, true);
  const now = useNow();
  const name = customerName(summary.customer);
  return (
    <Link href={messagesPath("unresolved", summary.id)} className={styles.latest}>
      <CustomerAvatar customer={summary.customer} online={online} />
      <span className={styles.first}>
        <bdi className={`truncate ${styles.name}`}>{name}</bdi>
        <time
          className={styles.time}
          dateTime={summary.lastActivityAt}
          title={exactTime(summary.lastActivityAt)}
        >
          {age(summary.lastActivityAt, now)}
        </time>
      </span>
      <PreviewLine preview={preview} />
    </Link>
  );
}
