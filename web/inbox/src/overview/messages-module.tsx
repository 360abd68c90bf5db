import { unreadMessages } from "@shopbell/sync/inbox";
import { Link } from "wouter";
import { lastPlace, messagesPath } from "../conversations/view.ts";
import { buttonStyle } from "../design/button-style.ts";
import { useLive, useLiveState } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import { LatestMessage } from "./latest-message.tsx";
import styles from "./messages-module.module.css";
import { useLatest } from "./use-latest.ts";

/** How many messages are unread, the latest ones, and the way to all of them. */
export function MessagesModule() {
  const unread = useLiveState((state) => unreadMessages(state.inbox));
  const latest = useLatest();
  const { staff } = useLive();
  return (
    <section className={styles.module} aria-label={texts.overview.messages}>
      <div className={styles.count}>
        <p>
          <span className={styles.number}>
            {unread > 0 && <i />}
            {unread}
          </span>{" "}
          <span className={styles.words}>{texts.overview.unread(unread)}</span>
        </p>
        <Link href={messagesPath(lastPlace(staff.id))} className={buttonStyle({ kind: "primary" })}>
          {texts.overview.view}
        </Link>
      </div>
      <ul className={styles.latest}>
        {latest.map((summary) => (
          <li key={summary.id}>
            <LatestMessage summary={summary} />
          </li>
        ))}
      </ul>
    </section>
  );
}
