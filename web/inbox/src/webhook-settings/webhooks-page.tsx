import type { Webhook } from "@shopbell/protocol/webhooks";
import { createWebhooksApi } from "@shopbell/sync/webhooks-api";
import { useMemo, useState } from "react";
import { Button } from "../design/button.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import { Icon } from "../design/icon.tsx";
import { ProblemState } from "../design/problem-state.tsx";
import { useLive } from "../live/live.ts";
import card from "../settings/card.module.css";
import { PageHead } from "../settings/page-head.tsx";
import { useAnswer } from "../settings/use-answer.ts";
import { useKeepingFresh } from "../settings/use-keeping-fresh.ts";
import { usePageTitle } from "../shell/use-page-title.ts";
import { webhookTexts as texts } from "../texts/en-webhooks.ts";
import { problemWords } from "./problem-words.ts";
import { WebhookDialog } from "./webhook-dialog.tsx";
import { WebhookLog } from "./webhook-log.tsx";
import { WebhookRow } from "./webhook-row.tsx";

interface Props {
  /** Whose log is looked at; null for the list of all. */
  readonly id: string | null;
}

/** Settings > Webhooks: which of the store's own systems hear of what happens. */
export function WebhooksPage({ id }: Props) {
  usePageTitle(texts.page);
  const { store } = useLive();
  const api = useMemo(() => createWebhooksApi(store.id), [store.id]);
  const { answer, again, refresh } = useAnswer(api.all);
  const [editing, setEditing] = useState<Webhook | "new" | null>(null);
  useKeepingFresh(refresh);

  if (answer === null) return null;
  if (answer.kind !== "done") return <ProblemState text={problemWords(answer)} onRetry={again} />;
  const { webhooks } = answer.value;
  const looked = webhooks.find((webhook) => webhook.id === id);

  return (
    <>
      {looked ? (
        <WebhookLog
          key={looked.id}
          api={api}
          webhook={looked}
          onEdit={() => setEditing(looked)}
          onChanged={refresh}
        />
      ) : (
        <>
          <PageHead
            title={texts.page}
            intro={texts.intro}
            action={
              <Button kind="primary" onClick={() => setEditing("new")}>
                <Icon name="plus" />
                {texts.add}
              </Button>
            }
          />
          {webhooks.length === 0 ? (
            <EmptyState title={texts.emptyTitle}>{texts.empty}</EmptyState>
          ) : (
            <ul className={card.card} aria-label={texts.list}>
              {webhooks.map((webhook) => (
                <WebhookRow
                  key={webhook.id}
                  api={api}
                  webhook={webhook}
                  onEdit={() => setEditing(webhook)}
                />
              ))}
            </ul>
          )}
        </>
      )}
      {editing && (
        <WebhookDialog
          api={api}
          webhook={editing === "new" ? null : editing}
          onSaved={refresh}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
