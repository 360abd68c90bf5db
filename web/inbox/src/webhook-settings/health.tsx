import type { Webhook } from "@shopbell/protocol/webhooks";
import card from "../settings/card.module.css";
import { Chip } from "../settings/chip.tsx";
import { agoOrDay } from "../settings/when.ts";
import { settingsTexts } from "../texts/en-settings.ts";
import { webhookTexts as texts } from "../texts/en-webhooks.ts";
import { useNow } from "../time/clock.ts";
import { exactTime } from "../time/format.ts";
import styles from "./health.module.css";
import type { Attempt } from "./newest-attempt.ts";

interface Props {
  readonly webhook: Webhook;
  /** Null when there is none that is known of; undefined until that is clear. */
  readonly newest: Attempt | null | undefined;
}

/** Whether things arrive at a webhook, in a word and a line. */
export function Health({ webhook, newest }: Props) {
  const now = useNow();
  const words = [
    wordsOf(webhook, newest, now),
    webhook.waiting > 0 ? texts.waiting(webhook.waiting) : "",
    webhook.secretsUntil ? texts.secretsUntil(exactTime(webhook.secretsUntil)) : "",
  ];
  return (
    <p className={`${card.quiet} ${styles.health}`}>
      {chip(webhook, newest)} <span>{words.filter(Boolean).join(" · ")}</span>
    </p>
  );
}

function chip(webhook: Webhook, newest: Props["newest"]) {
  const { paused, failingSince } = webhook;
  if (paused !== null) {
    return <Chip tone={paused === "by_hand" ? "quiet" : "bad"}>{texts.isOff}</Chip>;
  }
  if (failingSince !== null) return <Chip tone="waiting">{texts.isFailing}</Chip>;
  if (newest === undefined) return null;
  const last = lastOf(webhook, newest);
  if (last === null) return <Chip tone="quiet">{texts.notTried}</Chip>;
  return last.hasArrived ? (
    <Chip tone="good">{texts.works}</Chip>
  ) : (
    <Chip tone="waiting">{texts.isFailing}</Chip>
  );
}

function wordsOf(webhook: Webhook, newest: Props["newest"], now: number): string {
  const { paused, failingSince } = webhook;
  if (paused !== null) return texts.pauses[paused] ?? paused;
  if (failingSince !== null) return texts.failing(exactTime(failingSince));
  const last = newest === undefined ? null : lastOf(webhook, newest);
  if (last === null) return "";
  if (!last.hasArrived) return texts.lastFailed;
  const when = agoOrDay(last.at, now);
  return when === settingsTexts.staff.now ? texts.deliveredNow : texts.delivered(when);
}

/** The log forgets, and may have been read before what the webhook itself tells. */
function lastOf({ lastDeliveredAt: at }: Webhook, newest: Attempt | null): Attempt | null {
  if (at === null || (newest && Date.parse(newest.at) > Date.parse(at))) return newest;
  return { at, hasArrived: true };
}
