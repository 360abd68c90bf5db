import type { ConversationSummary } from "@shopbell/protocol/staff";
import { CartLine } from "../cart/cart-line.tsx";
import { CustomerAvatar } from "../customer/customer-avatar.tsx";
import { customerName } from "../customer/customer-name.ts";
import { Icon } from "../design/icon.tsx";
import { HandlingButtons } from "../handling/handling-buttons.tsx";
import { LabelChips } from "../handling/label-chips.tsx";
import { useAway } from "../live/connection-banner.tsx";
import { ProfileButton } from "../profile/profile-button.tsx";
import { texts } from "../texts/en.ts";
import { BackLink } from "./back-link.tsx";
import { Presence } from "./presence.tsx";
import styles from "./thread-header.module.css";
import { useOnline } from "./use-online.ts";
import { Viewers } from "./viewers.tsx";

/** Nobody to name: all there is, is the way back. */
export function LostHeader() {
  return (
    <header className={`${styles.bar} ${styles.lost}`}>
      <BackLink />
    </header>
  );
}

export function ThreadHeader({ summary }: { readonly summary: ConversationSummary }) {
  const away = useAway();
  const { online, leftAt } = useOnline(summary.id);
  const { customer } = summary;
  // Beside a cart there is no room for both: the name leads to the profile, too.
  const email = customer.name !== null && !away && !summary.cart ? customer.email : null;
  return (
    <header className={styles.bar}>
      <div className={styles.back}>
        <BackLink />
        <CustomerAvatar customer={customer} online={online && !away} />
      </div>
      <div className={styles.who}>
        <h2>
          <ProfileButton conversation={summary.id} className={styles.name}>
            <bdi className="truncate">{customerName(customer)}</bdi>
            <Icon name="right" size={14} />
          </ProfileButton>
        </h2>
        {(away || online || leftAt || email || summary.cart || summary.labels.length > 0) && (
          <p className={styles.sub}>
            {away ? texts.presence.unknown : <Presence online={online} leftAt={leftAt} />}
            {email && (
              <ProfileButton conversation={summary.id} className={styles.email}>
                <Icon name="mail" size={14} />
                <span className="truncate">{email}</span>
              </ProfileButton>
            )}
            <CartLine conversation={summary.id} cart={summary.cart} />
            <LabelChips labels={summary.labels} />
          </p>
        )}
      </div>
      <Viewers conversation={summary.id} />
      <HandlingButtons summary={summary} />
    </header>
  );
}
