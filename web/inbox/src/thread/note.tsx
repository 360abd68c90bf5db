import { firstName } from "../customer/customer-name.ts";
import { Icon } from "../design/icon.tsx";
import { texts } from "../texts/en.ts";
import { exactTime, timeOfDay } from "../time/format.ts";
import { MessageText } from "./message-text.tsx";
import styles from "./note.module.css";
import type { Row } from "./rows.ts";

interface Props {
  readonly row: Row;
  readonly text: string;
  readonly author: string;
}

/** What staff said among themselves; amber, so that nobody takes it for a reply. */
export function Note({ row, text, author }: Props) {
  return (
    <article className={styles.note} tabIndex={-1} data-message={row.key}>
      <p className={styles.by}>
        <Icon name="lock" size={13} />
        <bdi>{firstName(author)}</bdi>
        <time dateTime={row.at} title={exactTime(row.at)}>
          {timeOfDay(row.at)}
        </time>
        <span className={styles.long}>{texts.thread.onlyStaff}</span>
        <span className={styles.short}>{texts.thread.onlyStaffShort}</span>
      </p>
      <MessageText text={text} />
    </article>
  );
}
