import type { Customer } from "@shopbell/protocol/staff";
import { shortCustomerName } from "../customer/customer-name.ts";
import { Icon } from "../design/icon.tsx";
import { RichText } from "../design/rich-text.tsx";
import { useAway } from "../live/connection-banner.tsx";
import { useLiveState } from "../live/live.ts";
import { useMailStanding } from "../mail/mail-standing.ts";
import { type Rich, texts } from "../texts/en.ts";
import { isHeld } from "../thread/delivery.ts";
import styles from "./route-line.module.css";

interface Props {
  readonly conversation: string;
  readonly customer: Customer;
  /** What is out of the ordinary is said in a banner above, the rest in a line beside the tabs. */
  readonly place: "banner" | "line";
}

/** Where a reply goes, said before it is sent. */
export function RouteLine({ conversation, customer, place }: Props) {
  const online = useLiveState((state) => state.inbox.online.has(conversation));
  const away = useAway();
  const { canSend, hearsAnswers } = useMailStanding();
  const held = useLiveState(({ inbox }) => {
    const reach = inbox.conversations.get(conversation);
    const thread = inbox.threads.get(conversation);
    return reach !== undefined && thread !== undefined && isHeld(thread.messages, reach);
  });
  if ((place === "banner") !== (!away && !online)) return null;
  if (away) {
    return (
      <p className={styles.route}>
        <Icon name="offline" size={14} />
        <span className="truncate">{texts.composer.routeOffline}</span>
      </p>
    );
  }
  if (online) {
    return (
      <p className={styles.route} data-online="">
        <span className="truncate">{texts.composer.routeOnline}</span>
      </p>
    );
  }
  const goesByEmail = canSend && customer.email !== null;
  return (
    <p className={styles.left}>
      <Icon name={goesByEmail && !held ? "mail" : "clock"} size={16} />
      <span>
        <RichText text={left(customer, goesByEmail, held)} />
        {goesByEmail && !held && !hearsAnswers && texts.composer.routeEmailOnly}
      </span>
    </p>
  );
}

function left(customer: Customer, goesByEmail: boolean, held: boolean): Rich {
  const name = shortCustomerName(customer);
  if (customer.email === null) return texts.composer.routeNowhere(name);
  if (!goesByEmail) return texts.composer.routeLeft(name);
  return held
    ? texts.composer.routeLater(name, customer.email)
    : texts.composer.routeEmail(name, customer.email);
}
