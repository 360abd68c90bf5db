import type { Card } from "@shopbell/protocol/card";
import type { Customer } from "@shopbell/protocol/staff";
import { lazy, Suspense } from "react";
import { heightFor } from "../attachments/media-place.ts";
import type { MessageFile } from "../attachments/message-file.ts";
import { firstName, shortCustomerName } from "../customer/customer-name.ts";
import { PastLine } from "../history/past-line.tsx";
import { texts } from "../texts/en.ts";
import { useNow } from "../time/clock.ts";
import { dayTitle } from "../time/format.ts";
import { CartEvents } from "./cart-events.tsx";
import type { Delivery } from "./delivery.ts";
import { EventLine } from "./event-line.tsx";
import { IncomingMessage } from "./incoming-message.tsx";
import styles from "./message-row.module.css";
import { Note } from "./note.tsx";
import { OutgoingMessage } from "./outgoing-message.tsx";
import type { Row } from "./rows.ts";

const MediaGrid = lazy(() =>
  import("../attachments/media-grid.tsx").then((module) => ({ default: module.MediaGrid })),
);

const MessageCards = lazy(() =>
  import("../cards/message-cards.tsx").then((module) => ({ default: module.MessageCards })),
);

const MailLine = lazy(() =>
  import("../mail/mail-line.tsx").then((module) => ({ default: module.MailLine })),
);

interface Props {
  readonly row: Row;
  readonly conversation: string;
  readonly customer: Customer;
  readonly delivery: Delivery | undefined;
  /** The one that was looked for. */
  readonly found: boolean;
}

/** One message with what stands above it: the day, or the line where the unread begins. */
export function MessageRow({ row, conversation, customer, delivery, found }: Props) {
  return (
    <div
      className={styles.row}
      data-first={row.first ? "" : undefined}
      data-found={found ? "" : undefined}
    >
      {row.startsDay && <Day at={row.at} />}
      {row.startsUnread && <p className={styles.unread}>{texts.thread.newLine}</p>}
      <Message
        row={row}
        conversation={row.past?.conversation ?? conversation}
        customer={customer}
        delivery={delivery}
      />
    </div>
  );
}

function Message({ row, conversation, customer, delivery }: Omit<Props, "found">) {
  const { content } = row;
  const media = (author: string, files: readonly MessageFile[]) =>
    files.length > 0 && (
      <Suspense fallback={<div style={{ blockSize: heightFor(files) }} />}>
        <MediaGrid
          files={files}
          conversation={conversation}
          author={author}
          at={row.at}
          own={content.kind !== "customer" && !row.past}
        />
      </Suspense>
    );
  const cards = (brought: readonly Card[]) =>
    brought.length > 0 && (
      <Suspense fallback={<div style={{ blockSize: brought.length * 74 }} />}>
        <MessageCards cards={brought} />
      </Suspense>
    );
  switch (content.kind) {
    case "customer":
      return (
        <IncomingMessage
          row={row}
          text={content.text}
          orders={content.orders}
          customer={customer}
          conversation={conversation}
          sender={content.sender}
          media={media(content.sender ?? shortCustomerName(customer), content.files)}
          mail={
            content.email && (
              <Suspense fallback={<div className={styles.mail} />}>
                <MailLine
                  email={content.email}
                  conversation={conversation}
                  seq={row.past?.seq ?? row.seq}
                  customer={customer}
                />
              </Suspense>
            )
          }
        />
      );
    case "staff":
      return (
        <OutgoingMessage
          row={row}
          text={content.text}
          author={firstName(content.author)}
          orders={content.orders}
          media={media(firstName(content.author), content.files)}
          cards={cards(content.cards)}
          delivery={delivery}
        />
      );
    case "automation":
      return (
        <OutgoingMessage
          row={row}
          text={content.text}
          author={content.system ?? texts.thread.automation}
          automatic
          orders={content.orders}
          media={null}
          cards={cards(content.cards)}
          delivery={delivery}
        />
      );
    case "note":
      return (
        <Note
          row={row}
          text={content.text}
          author={content.author}
          automatic={content.automatic}
          names={content.names}
          media={media(firstName(content.author), content.files)}
          delivery={delivery}
        />
      );
    case "carts":
      return <CartEvents row={row} events={content.events} />;
    case "past":
    case "present":
    case "elsewhere":
      return <PastLine row={row} content={content} />;
    case "event":
      return (
        <EventLine row={row} event={content.event} author={content.author} customer={customer} />
      );
  }
}

function Day({ at }: { readonly at: string }) {
  const now = useNow();
  return <p className={styles.day}>{dayTitle(at, now)}</p>;
}
