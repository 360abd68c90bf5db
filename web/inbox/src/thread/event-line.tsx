import type { Customer } from "@shopbell/protocol/staff";
import { firstName, shortCustomerName } from "../customer/customer-name.ts";
import { Icon, type IconName } from "../design/icon.tsx";
import { RichText } from "../design/rich-text.tsx";
import { type Rich, texts } from "../texts/en.ts";
import { exactTime, timeOfDay } from "../time/format.ts";
import styles from "./event-line.module.css";
import type { Row } from "./rows.ts";

interface Props {
  readonly row: Row;
  readonly type: string;
  /** Who did it; null: the customer, or nobody. */
  readonly author: string | null;
  readonly customer: Customer;
}

/** What happened to the conversation, in one quiet line. */
export function EventLine({ row, type, author, customer }: Props) {
  const who = author === null ? texts.thread.somebody : firstName(author);
  const { icon, text } = told(type, who, author === null, shortCustomerName(customer));
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

interface Told {
  readonly icon: IconName;
  readonly text: Rich;
}

/** A newer server may tell of events this page has no words for; they are shown by their own name. */
function told(type: string, who: string, anonymous: boolean, customer: string): Told {
  switch (type) {
    case "resolved":
      return { icon: "check", text: texts.thread.events.resolved(who) };
    case "reopened":
      return {
        icon: "undo",
        text: anonymous
          ? texts.thread.events.reopenedByMessage(customer)
          : texts.thread.events.reopened(who),
      };
    case "assigned":
      return { icon: "user", text: texts.thread.events.assigned(who) };
    case "unassigned":
      return { icon: "user", text: texts.thread.events.unassigned(who) };
    case "blocked":
      return { icon: "ban", text: texts.thread.events.blocked(who) };
    case "unblocked":
      return { icon: "ban", text: texts.thread.events.unblocked(who) };
    default:
      return { icon: "info", text: texts.thread.events.other(type) };
  }
}
