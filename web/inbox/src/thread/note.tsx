import type { ReactNode } from "react";
import { firstName } from "../customer/customer-name.ts";
import { Icon } from "../design/icon.tsx";
import { texts } from "../texts/en.ts";
import { exactTime, timeOfDay } from "../time/format.ts";
import type { Delivery } from "./delivery.ts";
import { DeliveryLine } from "./delivery-line.tsx";
import { MessageText } from "./message-text.tsx";
import styles from "./note.module.css";
import type { Row } from "./rows.ts";

interface Props {
  readonly row: Row;
  readonly text: string;
  /** The images and videos that go with it. */
  readonly media: ReactNode;
  readonly author: string;
  /** Whether a system of the store's left it: its name is shown whole. */
  readonly automatic: boolean;
  /** Whether it names colleagues. */
  readonly names: boolean;
  readonly delivery: Delivery | undefined;
}

/** What staff said among themselves; amber, so that nobody takes it for a reply. */
export function Note({ row, text, media, author, automatic, names, delivery }: Props) {
  return (
    <article className={styles.whole} tabIndex={-1} data-message={row.key}>
      <div className={styles.note}>
        <p className={styles.by}>
          <Icon name="lock" size={13} />
          {automatic && <Icon name="robot" size={13} />}
          <bdi>{automatic ? author : firstName(author)}</bdi>
          <time dateTime={row.at} title={exactTime(row.at)}>
            {timeOfDay(row.at)}
          </time>
          <span className={styles.long}>{texts.thread.onlyStaff}</span>
          <span className={styles.short}>{texts.thread.onlyStaffShort}</span>
        </p>
        {text !== "" && <MessageText text={text} names={names} />}
        {media}
      </div>
      {delivery && <DeliveryLine delivery={delivery} />}
    </article>
  );
}
