import type { Customer } from "@shopbell/protocol/staff";
import { shortCustomerName } from "../customer/customer-name.ts";
import { Icon } from "../design/icon.tsx";
import { RichText } from "../design/rich-text.tsx";
import { useAway } from "../live/connection-banner.tsx";
import { useLive, useLiveState } from "../live/live.ts";
import { useMailStanding } from "../mail/mail-standing.ts";
import { texts } from "../texts/en.ts";
import type { Rich } from "../texts/rich.ts";
import { isHeld } from "../thread/delivery.ts";
import { focusComposer } from "./focus-composer.ts";
import styles from "./route-line.module.css";
import { useDraft } from "./use-draft.ts";

interface Props {
  readonly conversation: string;
  readonly customer: Customer;
  /** What is out of the ordinary is said in a banner above, the rest in a line beside the tabs. */
  readonly place: "banner" | "line";
}

interface AskProps {
  readonly conversation: string;
  readonly address: string | null;
}

/** Where a reply goes, said before it is sent. */
export function RouteLine({ conversation, customer, place }: Props) {
  const online = useLiveState((state) => state.inbox.online.has(conversation));
  const away = useAway();
  const { canSend, hearsAnswers } = useMailStanding();
  const unreached = useLiveState(
    ({ inbox }) => inbox.conversations.get(conversation)?.unreached !== undefined,
  );
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
        <span className="truncate">{texts.route.offline}</span>
      </p>
    );
  }
  if (online) {
    return (
      <p className={styles.route} data-online="">
        <span className="truncate">{texts.route.online}</span>
      </p>
    );
  }
  const route = canSend && customer.email !== null ? byEmail(held, unreached) : "waits";
  return (
    <p className={styles.left}>
      <Icon name={ICONS[route]} size={16} />
      <span>
        <RichText text={left(customer, route)} />
        {route === "email" && !hearsAnswers && texts.route.emailOnly}
      </span>
      {route === "unsure" && <AskAddress conversation={conversation} address={customer.email} />}
    </p>
  );
}

/** Begins the question for another address, where nothing else is begun. */
function AskAddress({ conversation, address }: AskProps) {
  const { session } = useLive();
  const draft = useDraft(conversation);
  if (address === null || draft) return null;
  return (
    <button
      type="button"
      onClick={() => {
        session.write(conversation, {
          kind: "staff",
          text: texts.route.question(address),
          mentions: [],
        });
        focusComposer();
      }}
    >
      {texts.route.ask}
    </button>
  );
}

/** `unsure`: the last mail there came back or was not taken. */
type Route = "waits" | "later" | "unsure" | "email";

const ICONS = { waits: "clock", later: "clock", unsure: "alert", email: "mail" } as const;

function byEmail(held: boolean, unreached: boolean): Route {
  if (held) return "later";
  return unreached ? "unsure" : "email";
}

function left(customer: Customer, route: Route): Rich {
  const name = shortCustomerName(customer);
  if (customer.email === null) return texts.route.nowhere(name);
  switch (route) {
    case "waits":
      return texts.route.left(name);
    case "later":
      return texts.route.later(name, customer.email);
    case "unsure":
      return texts.route.unsure(name, customer.email);
    case "email":
      return texts.route.email(name, customer.email);
  }
}
