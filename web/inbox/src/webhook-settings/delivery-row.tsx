import type { WebhookDelivery, WebhookDeliveryAnswer } from "@shopbell/protocol/webhooks";
import { type SyntheticEvent, useState } from "react";
import { Button } from "../design/button.tsx";
import card from "../settings/card.module.css";
import { Chip } from "../settings/chip.tsx";
import { webhookTexts } from "../texts/en-webhooks.ts";
import { timeToTheSecond } from "../time/format.ts";
import styles from "./webhook-log.module.css";

const texts = webhookTexts.log;
const TONES = { delivered: "good", waiting: "waiting", failed: "bad" } as const;

interface Props {
  readonly delivery: WebhookDelivery;
  /** Absent when it can only wait. */
  readonly onAgain: (() => void) | null;
  readonly read: () => Promise<WebhookDeliveryAnswer | null>;
}

/** One thing that was sent, and what came of it; the bytes themselves on request. */
export function DeliveryRow({ delivery, onAgain, read }: Props) {
  const [known, setKnown] = useState<WebhookDeliveryAnswer | null>(null);
  const name = nameOf(delivery.event);

  const open = async ({ currentTarget }: SyntheticEvent<HTMLDetailsElement>) => {
    if (currentTarget.open) setKnown(await read());
  };

  return (
    <li className={card.row}>
      <div className={card.grow}>
        <p className={styles.what}>
          <span className={card.name}>{name}</span>{" "}
          <Chip tone={toneOf(delivery.state)}>
            {webhookTexts.states[delivery.state] ?? delivery.state}
          </Chip>
        </p>
        <p className={card.quiet}>
          {[timeToTheSecond(delivery.createdAt), ...outcomeOf(delivery)].join(" · ")}
        </p>
      </div>
      {onAgain && (
        <Button kind="ghost" aria-label={texts.againOf(name)} onClick={onAgain}>
          {texts.again}
        </Button>
      )}
      <details className={styles.details} onToggle={open}>
        <summary>{texts.details}</summary>
        <dl>
          <dt>{texts.id}</dt>
          <dd>
            <pre dir="ltr">{delivery.id}</pre>
          </dd>
          {delivery.conversation && (
            <>
              <dt>{texts.conversation}</dt>
              <dd>
                <pre dir="ltr">{delivery.conversation}</pre>
              </dd>
            </>
          )}
          {known && (
            <>
              <dt>{texts.body}</dt>
              <dd>
                <pre dir="ltr">{known.body}</pre>
              </dd>
              <dt>{texts.answer}</dt>
              <dd>
                <pre dir="auto">{known.answer ?? texts.nothing}</pre>
              </dd>
            </>
          )}
        </dl>
      </details>
    </li>
  );
}

function nameOf(event: string): string {
  return event === "webhook.test" ? texts.testEvent : (webhookTexts.events[event]?.name ?? event);
}

function toneOf(state: string) {
  return state === "delivered" || state === "waiting" || state === "failed"
    ? TONES[state]
    : "quiet";
}

function outcomeOf(delivery: WebhookDelivery): readonly string[] {
  const { attempts, status, error, tookMillis, nextAttemptAt, attemptedAt } = delivery;
  if (attemptedAt === null) return [];
  return [
    ...(attempts > 0 ? [texts.attempts(attempts, timeToTheSecond(attemptedAt))] : []),
    ...(status !== null ? [texts.answered(status)] : []),
    ...(error !== null ? [webhookTexts.errors[error] ?? error] : []),
    ...(tookMillis !== null ? [texts.took(tookMillis)] : []),
    ...(nextAttemptAt !== null ? [texts.next(timeToTheSecond(nextAttemptAt))] : []),
  ];
}
