import { Icon, type IconName } from "../design/icon.tsx";
import { useLive } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import { timeOfDay } from "../time/format.ts";
import type { Delivery } from "./delivery.ts";
import styles from "./delivery-line.module.css";

/** Refused for good: its conversation is closed. */
const CONTINUED = "conversation_continued";

/** How far a message of ours has come, in words and with a drawing. */
export function DeliveryLine({ delivery }: { readonly delivery: Delivery }) {
  const { session } = useLive();
  const { icon, words } = told(delivery);
  return (
    <p
      className={styles.line}
      data-kind={delivery.kind}
      role={delivery.kind === "failed" ? "alert" : undefined}
    >
      <Icon name={icon} size={14} />
      {words}
      {delivery.kind === "failed" && (
        <>
          {delivery.code !== CONTINUED && (
            <button type="button" onClick={() => session.retry(delivery.id)}>
              {again(delivery.code)}
            </button>
          )}
          <button type="button" onClick={() => session.discard(delivery.id)}>
            {texts.delivery.delete}
          </button>
        </>
      )}
    </p>
  );
}

function told(delivery: Delivery): { readonly icon: IconName; readonly words: string } {
  switch (delivery.kind) {
    case "sending":
      return { icon: "clock", words: texts.delivery.sending };
    case "offline":
      return { icon: "clock", words: texts.delivery.offline };
    case "failed":
      return { icon: "alert", words: refused(delivery.code) };
    case "sent":
      return { icon: "check", words: texts.delivery.sent(timeOfDay(delivery.at)) };
    case "waiting":
      return delivery.byEmail
        ? { icon: "mail", words: texts.delivery.goesByEmail }
        : { icon: "clock", words: texts.delivery.waiting };
    case "held":
      return { icon: "clock", words: texts.delivery.held };
    case "delivered":
      return { icon: "checks", words: texts.delivery.delivered };
    case "emailed":
      return { icon: "mail", words: texts.delivery.emailed };
    case "bounced":
      return { icon: "alert", words: texts.delivery.bounced(delivery.reason) };
    case "seen":
      return { icon: "eye", words: texts.delivery.seen };
  }
}

function refused(code: string): string {
  if (code === "thread_moved") return texts.delivery.moved;
  if (code === CONTINUED) return texts.delivery.continued;
  return code === "mention_not_possible" ? texts.delivery.mention : texts.delivery.failed;
}

/** What sending it once more amounts to. */
function again(code: string): string {
  if (code === "thread_moved") return texts.delivery.sendAnyway;
  return code === "mention_not_possible" ? texts.delivery.sendWithoutNames : texts.delivery.retry;
}
