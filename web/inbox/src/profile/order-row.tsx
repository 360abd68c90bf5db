import type { PlacedOrder } from "@shopbell/protocol/profile";
import { useId, useState } from "react";
import { webAddress } from "../cards/names.ts";
import { Icon } from "../design/icon.tsx";
import { money } from "../money/format.ts";
import { profileTexts as texts } from "../texts/en-profile.ts";
import { useNow } from "../time/clock.ts";
import { exactTime } from "../time/format.ts";
import { shortDay } from "./dates.ts";
import styles from "./orders-block.module.css";
import { Tag } from "./tag.tsx";

/** One order: how far it is, what it came to, the way to the store's own page of it, and what was in it. */
export function OrderRow({ order }: { readonly order: PlacedOrder }) {
  const now = useNow();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const items = order.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <li className={styles.order}>
      <span className={styles.which}>
        <OrderNumber order={order} />
        <time dateTime={order.placedAt} title={exactTime(order.placedAt)}>
          {shortDay(order.placedAt, now)}
        </time>
      </span>
      <span className="tabular">{money(order.total, order.currency)}</span>
      <span className={styles.states}>
        {order.cancelledAt && <Tag kind="warn">{texts.cancelled}</Tag>}
        <Tag>{texts.payment[order.paymentStatus]}</Tag>
        <Tag>{texts.fulfilment[order.fulfilmentStatus]}</Tag>
        {items > 0 && (
          <button
            type="button"
            className={styles.items}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          >
            {texts.items(items)}
            <span className="visually-hidden"> {order.number}</span>
            <Icon name="down" size={14} />
          </button>
        )}
      </span>
      <ul id={id} className={styles.lines} hidden={!isOpen}>
        {order.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same thing may be there twice, and lines never move.
          <li key={index}>
            <span>
              <bdi>{line.title}</bdi>
              {line.variant && <bdi className={styles.variant}>{line.variant}</bdi>}
            </span>
            <span className="tabular">
              {texts.quantity(line.quantity, money(line.price, order.currency))}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}

function OrderNumber({ order: { number, url } }: { readonly order: PlacedOrder }) {
  const href = webAddress(url);
  if (!href) return <bdi className={styles.number}>{number}</bdi>;
  return (
    <a className={styles.number} href={href} target="_blank" rel="noopener noreferrer">
      <bdi>{number}</bdi>
      <span className="visually-hidden">, {texts.opensStore}</span>
    </a>
  );
}
