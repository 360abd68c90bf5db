import type { AuditEntry } from "@shopbell/protocol/team";
import { Link } from "wouter";
import { settingsTexts } from "../texts/en-settings.ts";
import { useNow } from "../time/clock.ts";
import { exactTime } from "../time/format.ts";
import styles from "./audit-row.module.css";
import { actionOf, conversationOf, detailsOf } from "./audit-words.ts";
import card from "./card.module.css";
import { agoOrDay } from "./when.ts";

const texts = settingsTexts.audit;

export function AuditRow({ entry }: { readonly entry: AuditEntry }) {
  const now = useNow();
  const details = detailsOf(entry.subject);
  const conversation = conversationOf(entry.subject);
  return (
    <li className={card.row}>
      <div className={card.grow}>
        <p>
          <bdi className={styles.who}>{entry.actor?.name ?? texts.program}</bdi>{" "}
          {actionOf(entry.action)}
        </p>
        {details && <p className={`${card.quiet} ${styles.details}`}>{details}</p>}
        {conversation && (
          <p className={card.quiet}>
            <Link href={`/inbox/messages/${conversation}`}>{texts.openConversation}</Link>
          </p>
        )}
      </div>
      <time className={card.quiet} dateTime={entry.at} title={exactTime(entry.at)}>
        {agoOrDay(entry.at, now)}
      </time>
    </li>
  );
}
