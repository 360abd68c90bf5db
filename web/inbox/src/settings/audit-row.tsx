import type { AuditEntry } from "@shopbell/protocol/team";
import { Link } from "wouter";
import { customerName } from "../customer/customer-name.ts";
import { useLiveState } from "../live/live.ts";
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
  // Of what this person may see as far as it is loaded, and of nothing else.
  const customer = useLiveState(
    ({ inbox }) => inbox.conversations.get(conversation ?? "")?.customer,
  );
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
            <Link href={`/inbox/messages/${conversation}`}>
              {customer ? (
                <>
                  {texts.conversationWith} <bdi>{customerName(customer)}</bdi>
                </>
              ) : (
                texts.openConversation
              )}
            </Link>
          </p>
        )}
      </div>
      <time className={card.quiet} dateTime={entry.at} title={exactTime(entry.at)}>
        {agoOrDay(entry.at, now)}
      </time>
    </li>
  );
}
