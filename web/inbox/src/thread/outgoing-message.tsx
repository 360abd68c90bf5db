import type { NamedOrder } from "@shopbell/protocol/card";
import type { ReactNode } from "react";
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
  /** As it is shown. */
  readonly author: string;
  /** Whether the store itself said it, by a system of its own. */
  readonly automatic?: boolean;
  readonly delivery: Delivery | undefined;
}

/** What the store said, and how far it has come. */
export function OutgoingMessage({
  row,
  text,
  media,
  cards,
  orders,
  author,
  automatic = false,
  delivery,
}: Props) {
  return (
    <article className={styles.message} data-side="out" tabIndex={-1} data-message={row.key}>
      <Byline name={author} at={row.at} shown={row.first} automatic={automatic} />
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
