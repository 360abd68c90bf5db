import type { NamedOrder } from "@shopbell/protocol/card";
import type { Customer } from "@shopbell/protocol/staff";
import type { ReactNode } from "react";
import { WrittenButton } from "../cart/written-button.tsx";
import { CustomerAvatar } from "../customer/customer-avatar.tsx";
import { shortCustomerName } from "../customer/customer-name.ts";
import { Avatar } from "../design/avatar.tsx";
import { Byline } from "./byline.tsx";
import styles from "./message.module.css";
import { MessageText } from "./message-text.tsx";
import type { Row } from "./rows.ts";

interface Props {
  readonly row: Row;
  readonly text: string;
  /** Orders of the customer that it names. */
  readonly orders: readonly NamedOrder[];
  /** The images and videos that go with it. */
  readonly media: ReactNode;
  /** How it came, when it came by e-mail. */
  readonly mail: ReactNode;
  readonly customer: Customer;
  readonly conversation: string;
  /** Whose address it came from, when that is another than the customer's. */
  readonly sender: string | null;
}

/** What the customer said, or somebody else in their conversation. */
export function IncomingMessage({
  row,
  text,
  orders,
  media,
  mail,
  customer,
  conversation,
  sender,
}: Props) {
  return (
    <article className={styles.message} data-side="in" tabIndex={-1} data-message={row.key}>
      {row.first && (
        <span className={styles.face}>
          {sender === null ? (
            <CustomerAvatar customer={customer} size="small" />
          ) : (
            <Avatar id={sender} name={sender} size="small" />
          )}
        </span>
      )}
      <Byline name={sender ?? shortCustomerName(customer)} at={row.at} shown={row.first} />
      {text !== "" && (
        <div className={styles.bubble} data-last={row.last ? "" : undefined}>
          <MessageText text={text} orders={orders} />
        </div>
      )}
      {media}
      {mail}
      {!mail && <WrittenButton conversation={conversation} seq={row.past?.seq ?? row.seq} />}
    </article>
  );
}
