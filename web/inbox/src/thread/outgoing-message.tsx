import type { NamedOrder } from "@shopbell/protocol/card";
import type { ReactNode } from "react";
import { firstName } from "../customer/customer-name.ts";
import { texts } from "../texts/en.ts";
import { Byline } from "./byline.tsx";
import type { Delivery } from "./delivery.ts";
import { DeliveryLine } from "./delivery-line.tsx";
import styles from "./message.module.css";
import { MessageText } from "./message-text.tsx";
import type { Row } from "./rows.ts";

interface Props {
  readonly row: Row;
  readonly text: string;
  /** The images and videos that go with it. */
  readonly media: ReactNode;
  /** What it brings of the shop. */
  readonly cards?: ReactNode;
  /** Orders that its words name. */
  readonly orders?: readonly NamedOrder[];
  /** Null: the store itself, automatically. */
  readonly author: string | null;
  readonly delivery: Delivery | undefined;
}

/** What the store said, and how far it has come. */
export function OutgoingMessage({ row, text, media, cards, orders, author, delivery }: Props) {
  const name = author === null ? texts.thread.automation : firstName(author);
  return (
    <article className={styles.message} data-side="out" tabIndex={-1} data-message={row.key}>
      <Byline name={name} at={row.at} shown={row.first} automatic={author === null} />
      {text !== "" && (
        <div
          className={styles.bubble}
          data-last={row.last ? "" : undefined}
          data-pending={delivery?.kind === "offline" ? "" : undefined}
        >
          <MessageText text={text} orders={orders} />
        </div>
      )}
      {media}
      {cards}
      {delivery && <DeliveryLine delivery={delivery} />}
    </article>
  );
}
