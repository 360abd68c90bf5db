import type { ConversationSummary } from "@shopbell/protocol/staff";
import { Link } from "wouter";
import { messagesPath, useView } from "../conversations/view.ts";
import { CustomerAvatar } from "../customer/customer-avatar.tsx";
import { customerName } from "../customer/customer-name.ts";
import { buttonStyle } from "../design/button-style.ts";
import { Icon } from "../design/icon.tsx";
import { useAway } from "../live/connection-banner.tsx";
import { texts } from "../texts/en.ts";
import { Presence } from "./presence.tsx";
import styles from "./thread-header.module.css";
import { useOnline } from "./use-online.ts";

export function ThreadHeader({ summary }: { readonly summary: ConversationSummary }) {
  const view = useView();
  const away = useAway();
  const { online, leftAt } = useOnline(summary.id);
  const { customer } = summary;
  const email = customer.name !== null && !away ? customer.email : null;
  return (
    <header className={styles.bar}>
      <div className={styles.back}>
        <Link
          href={messagesPath(view)}
          className={buttonStyle({ kind: "ghost", icon: true })}
          aria-label={texts.thread.back}
        >
          <Icon name="back" size={25} />
        </Link>
        <CustomerAvatar customer={customer} online={online && !away} />
      </div>
      <div className={styles.who}>
        <h2 className="truncate">
          <bdi>{customerName(customer)}</bdi>
        </h2>
        {(away || online || leftAt || email) && (
          <p className={styles.sub}>
            {away ? texts.presence.unknown : <Presence online={online} leftAt={leftAt} />}
            {email && (
              <span className={styles.email}>
                <Icon name="mail" size={14} />
                <span className="truncate">{email}</span>
              </span>
            )}
          </p>
        )}
      </div>
    </header>
  );
}
