import type { Hit, View } from "@shopbell/protocol/staff";
import { memo } from "react";
import { Link } from "wouter";
import rowStyles from "../conversations/row.module.css";
import { CustomerAvatar } from "../customer/customer-avatar.tsx";
import { customerName, firstName } from "../customer/customer-name.ts";
import { Icon } from "../design/icon.tsx";
import { useLive } from "../live/live.ts";
import { searchTexts as texts } from "../texts/en-search.ts";
import { useNow } from "../time/clock.ts";
import { exactTime, shortAge, spokenAge } from "../time/format.ts";
import styles from "./hit-row.module.css";
import { Marked, partsOf } from "./marked.tsx";
import { searchPath } from "./search-path.ts";

interface Props {
  readonly hit: Hit;
  readonly query: string;
  readonly view: View;
  readonly open: boolean;
  /** The one row the Tab key stops at. */
  readonly stop: boolean;
}

/** A message that was found, or a person. It opens the thread at the message. */
export const HitRow = memo(function HitRow({ hit, query, view, open, stop }: Props) {
  const { staff } = useLive();
  const now = useNow();
  const { conversation, message, order } = hit;
  const { customer } = conversation;
  const name = customerName(customer);
  const at = message?.sentAt ?? conversation.lastActivityAt;
  const author = message?.author;
  const system = message?.system;
  const prefix = system
    ? texts.by(system)
    : author && (author.id === staff.id ? texts.you : texts.by(firstName(author.name)));
  const parts =
    message?.parts ?? partsOf(order ? texts.order(order) : (customer.email ?? ""), query);
  const note = message?.kind === "note" ? texts.note : "";
  const said = `${note} ${prefix ?? ""} ${parts.map((part) => part.text).join("")}`.trim();
  return (
    <Link
      href={searchPath({ view, query, conversation: conversation.id, at: message?.seq })}
      className={rowStyles.row}
      aria-current={open ? "true" : undefined}
      data-hit=""
      data-pane-focus={stop ? "" : undefined}
      tabIndex={stop ? 0 : -1}
      draggable={false}
    >
      <span className="visually-hidden">{texts.hit(name, spokenAge(at, now), said)}</span>
      <CustomerAvatar customer={customer} />
      <span className={rowStyles.lines} aria-hidden="true">
        <span className={rowStyles.first}>
          <bdi className={`truncate ${rowStyles.name}`}>
            {message ? name : <Marked parts={partsOf(name, query)} />}
          </bdi>
          <time className={rowStyles.time} dateTime={at} title={exactTime(at)}>
            {shortAge(at, now)}
          </time>
        </span>
        <span className={styles.said} dir="auto">
          {message?.kind === "note" && <Icon name="lock" size={14} />}
          {prefix && <bdi className={styles.prefix}>{prefix}</bdi>}
          <Marked parts={parts} />
        </span>
      </span>
    </Link>
  );
});
