import type { Customer } from "@shopbell/protocol/staff";
import type { ReactNode } from "react";
import { CustomerAvatar } from "../customer/customer-avatar.tsx";
import { shortCustomerName } from "../customer/customer-name.ts";
import { Byline } from "./byline.tsx";
import styles from "./message.module.css";
import { MessageText } from "./message-text.tsx";
import type { Row } from "./rows.ts";

interface Props {
  readonly row: Row;
  readonly text: string;
  /** The images and videos that go with it. */
  readonly media: ReactNode;
  /** How it came, when it came by e-mail. */
  readonly mail: ReactNode;
  readonly customer: Customer;
}

/** What the customer said. */
export function IncomingMessage({ row, text, media, mail, customer }: Props) {
  return (
    <article className={styles.message} data-side="in" tabIndex={-1} data-message={row.key}>
      {row.first && (
        <span className={styles.face}>
          <CustomerAvatar customer={customer} size="small" />
        </span>
      )}
      <Byline name={shortCustomerName(customer)} at={row.at} shown={row.first} />
      {text !== "" && (
        <div className={styles.bubble} data-last={row.last ? "" : undefined}>
          <MessageText text={text} />
        </div>
      )}
      {media}
      {mail}
    </article>
  );
}
