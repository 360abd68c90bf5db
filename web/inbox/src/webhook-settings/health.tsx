import type { Webhook } from "@shopbell/protocol/webhooks";
import card from "../settings/card.module.css";
import { Chip } from "../settings/chip.tsx";
import { agoOrDay } from "../settings/when.ts";
import { settingsTexts } from "../texts/en-settings.ts";
import { webhookTexts as texts } from "../texts/en-webhooks.ts";
import { useNow } from "../time/clock.ts";
import { exactTime } from "../time/format.ts";

/** Whether things arrive at a webhook, in a word and a line. */
export function Health({ webhook }: { readonly webhook: Webhook }) {
  const now = useNow();
  return (
    <p className={card.quiet}>
      {chip(webhook)} {words(webhook, now)}
      {webhook.waiting > 0 && ` · ${texts.waiting(webhook.waiting)}`}
      {webhook.secretsUntil && ` · ${texts.secretsUntil(exactTime(webhook.secretsUntil))}`}
    </p>
  );
}

function chip({ paused, failingSince }: Webhook) {
  if (paused !== null) {
    return <Chip tone={paused === "by_hand" ? "quiet" : "bad"}>{texts.isOff}</Chip>;
  }
  if (failingSince !== null) return <Chip tone="waiting">{texts.isFailing}</Chip>;
  return <Chip tone="good">{texts.works}</Chip>;
}

function words({ paused, failingSince, lastDeliveredAt }: Webhook, now: number): string {
  if (paused !== null) return texts.pauses[paused] ?? paused;
  if (failingSince !== null) return texts.failing(exactTime(failingSince));
  if (lastDeliveredAt === null) return texts.neverDelivered;
  const when = agoOrDay(lastDeliveredAt, now);
  return when === settingsTexts.staff.now ? texts.deliveredNow : texts.delivered(when);
}
