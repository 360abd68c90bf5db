import { useState } from "react";
import { Icon } from "../design/icon.tsx";
import { RichText } from "../design/rich-text.tsx";
import { texts } from "../texts/en.ts";
import { exactTime, timeOfDay } from "../time/format.ts";
import styles from "./cart-events.module.css";
import type { CartEvent, Row } from "./rows.ts";

interface Props {
  readonly row: Row;
  readonly events: readonly CartEvent[];
}

/** Several changes to the cart in a row, as one quiet line that opens. */
export function CartEvents({ row, events }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.events} tabIndex={-1} data-message={row.key}>
      <button
        type="button"
        className={styles.button}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="bag" size={14} />
        <span>{texts.cart.folded(events.length)}</span>
        <time dateTime={row.at} title={exactTime(row.at)}>
          {timeOfDay(row.at)}
        </time>
        <Icon name="down" size={14} />
      </button>
      {open && (
        <ol className={styles.list}>
          {events.map(({ key, at, event }) => (
            <li key={key}>
              <span>
                <RichText text={texts.cart.changed(event.changes ?? [], event.more ?? 0)} />
              </span>{" "}
              <time dateTime={at} title={exactTime(at)}>
                {timeOfDay(at)}
              </time>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
