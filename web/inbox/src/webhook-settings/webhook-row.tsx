import type { Webhook } from "@shopbell/protocol/webhooks";
import type { WebhooksApi } from "@shopbell/sync/webhooks-api";
import { useLocation } from "wouter";
import { Button } from "../design/button.tsx";
import card from "../settings/card.module.css";
import { dayOf } from "../settings/when.ts";
import { webhookTexts as texts } from "../texts/en-webhooks.ts";
import { Health } from "./health.tsx";
import { useNewestAttempt } from "./newest-attempt.ts";
import { webhookPath } from "./paths.ts";
import styles from "./webhook-row.module.css";

interface Props {
  readonly api: WebhooksApi;
  readonly webhook: Webhook;
  readonly onEdit: () => void;
}

export function WebhookRow({ api, webhook, onEdit }: Props) {
  const [, navigate] = useLocation();
  const newest = useNewestAttempt(api, webhook);
  const { id, url, events, createdBy, createdAt } = webhook;
  return (
    <li className={card.row}>
      <div className={card.grow}>
        <p className={styles.url}>
          <bdi className={card.name} dir="ltr">
            {url}
          </bdi>
        </p>
        <p className={card.quiet}>
          {events.map((event) => texts.events[event]?.name ?? event).join(", ")}
        </p>
        <Health webhook={webhook} newest={newest} />
        <p className={card.quiet}>
          <bdi>{texts.madeBy(createdBy, dayOf(createdAt))}</bdi>
        </p>
      </div>
      <Button kind="ghost" aria-label={texts.editOf(url)} onClick={onEdit}>
        {texts.edit}
      </Button>
      <Button
        kind="secondary"
        aria-label={texts.openOf(url)}
        onClick={() => navigate(webhookPath(id))}
      >
        {texts.open}
      </Button>
    </li>
  );
}
