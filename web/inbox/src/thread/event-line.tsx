import type { Customer, StaffName, ThreadEvent } from "@shopbell/protocol/staff";
import { shortCustomerName } from "../customer/customer-name.ts";
import { Icon } from "../design/icon.tsx";
import { RichText } from "../design/rich-text.tsx";
import { useLive } from "../live/live.ts";
import { exactTime, timeOfDay } from "../time/format.ts";
import styles from "./event-line.module.css";
import { eventWords } from "./event-words.ts";
import type { Row } from "./rows.ts";

interface Props {
  readonly row: Row;
  readonly event: ThreadEvent;
  /** Who did it; null: the customer, or nobody. */
  readonly author: StaffName | null;
  readonly customer: Customer;
}

/** What happened to the conversation, in one quiet line. */
export function EventLine({ row, event, author, customer }: Props) {
  const { staff } = useLive();
  const { icon, text } = eventWords(event, author, staff, shortCustomerName(customer));
  return (
    <p className={styles.event} tabIndex={-1} data-message={row.key}>
      <Icon name={icon} size={14} />
      <span>
        <RichText text={text} />
      </span>
      <time dateTime={row.at} title={exactTime(row.at)}>
        {timeOfDay(row.at)}
      </time>
    </p>
  );
}
