import type { Webhook, WebhookDelivery, WebhookDeliveryAnswer } from "@shopbell/protocol/webhooks";
import type { Outcome } from "@shopbell/sync/http";
import type { WebhooksApi } from "@shopbell/sync/webhooks-api";
import { useRef, useState } from "react";
import { useLocation } from "wouter";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { Icon } from "../design/icon.tsx";
import { ProblemState } from "../design/problem-state.tsx";
import card from "../settings/card.module.css";
import { ConfirmDialog } from "../settings/confirm-dialog.tsx";
import { PageHead } from "../settings/page-head.tsx";
import { ShownOnce } from "../settings/shown-once.tsx";
import { type Said, StatusLine } from "../settings/status-line.tsx";
import { useKeepingFresh } from "../settings/use-keeping-fresh.ts";
import { webhookTexts } from "../texts/en-webhooks.ts";
import { DeliveryRow } from "./delivery-row.tsx";
import { Health } from "./health.tsx";
import { webhookPath } from "./paths.ts";
import { problemWords } from "./problem-words.ts";
import { useDeliveries } from "./use-deliveries.ts";
import { useOutcome } from "./use-outcome.ts";
import styles from "./webhook-log.module.css";

const texts = webhookTexts.log;

interface Props {
  readonly api: WebhooksApi;
  readonly webhook: Webhook;
  readonly onEdit: () => void;
  readonly onChanged: () => Promise<void>;
}

/** One webhook: how it is, what it was sent, and what can be done about it. */
export function WebhookLog({ api, webhook, onEdit, onChanged }: Props) {
  const { id } = webhook;
  const [, navigate] = useLocation();
  const [state, setState] = useState("");
  const [said, setSaid] = useState<Said | null>(null);
  const [asking, setAsking] = useState<"replace" | "remove" | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const secretDialog = useRef<HTMLDialogElement>(null);
  const { known, newest, more, refresh } = useDeliveries(api, id, state);
  useKeepingFresh(refresh);

  const lookOut = useOutcome(api, id, async () => {
    await Promise.all([refresh(), onChanged()]);
    setSaid((now) => (now?.wrong ? now : null));
  });

  const tell = async (outcome: Outcome<WebhookDeliveryAnswer>, done: string) => {
    if (outcome.kind === "done") {
      setSaid({ text: done });
      lookOut(outcome.value.delivery);
    } else setSaid({ text: problemWords(outcome), wrong: true });
    await refresh();
  };

  const replace = async () => {
    const outcome = await api.replaceSecret(id);
    if (outcome.kind !== "done") return problemWords(outcome);
    setSecret(outcome.value.secret);
    await onChanged();
    return null;
  };

  const remove = async () => {
    const outcome = await api.remove(id);
    if (outcome.kind !== "done") return problemWords(outcome);
    navigate(webhookPath());
    await onChanged();
    return null;
  };

  const read = async (delivery: WebhookDelivery) => {
    const outcome = await api.delivery(id, delivery.id);
    if (outcome.kind === "done") return outcome.value;
    setSaid({ text: problemWords(outcome), wrong: true });
    return null;
  };

  return (
    <>
      <Button kind="ghost" onClick={() => navigate(webhookPath())}>
        <Icon name="back" />
        {texts.back}
      </Button>
      <PageHead
        title={webhook.url}
        action={
          <Button
            kind="primary"
            onClick={async () => tell(await api.test(id, crypto.randomUUID()), texts.tested)}
          >
            {texts.test}
          </Button>
        }
      />
      <Health webhook={webhook} newest={newest} />
      <div className={styles.tools}>
        <Button kind="secondary" onClick={onEdit}>
          {webhookTexts.edit}
        </Button>
        <Button kind="secondary" onClick={() => setAsking("replace")}>
          {texts.replace}
        </Button>
        <Button kind="ghost" onClick={() => setAsking("remove")}>
          {texts.remove}
        </Button>
        <label>
          {texts.filter}
          <select value={state} onChange={({ target }) => setState(target.value)}>
            <option value="">{texts.all}</option>
            {Object.entries(webhookTexts.states).map(([word, name]) => (
              <option key={word} value={word}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <StatusLine said={said} />
      {known.problem && <ProblemState text={known.problem} onRetry={more} />}
      {known.next !== undefined && known.deliveries.length === 0 && <p>{texts.empty}</p>}
      {known.deliveries.length > 0 && (
        <ol className={card.card} aria-label={texts.list}>
          {known.deliveries.map((delivery) => (
            <DeliveryRow
              key={delivery.id}
              delivery={delivery}
              read={() => read(delivery)}
              onAgain={
                delivery.state === "waiting" && webhook.paused !== null
                  ? null
                  : async () => tell(await api.sendAgain(id, delivery.id), texts.resent)
              }
            />
          ))}
        </ol>
      )}
      {known.next != null && (
        <p className={card.below}>
          <Button kind="secondary" onClick={more}>
            {texts.more}
          </Button>
        </p>
      )}
      {asking && (
        <ConfirmDialog
          title={asking === "replace" ? texts.replaceTitle : texts.removeTitle}
          text={asking === "replace" ? texts.replaceText : texts.removeText}
          submit={asking === "replace" ? texts.replace : texts.remove}
          onConfirm={asking === "replace" ? replace : remove}
          onClose={() => setAsking(null)}
        />
      )}
      {secret !== null && asking === null && (
        <Dialog
          ref={secretDialog}
          title={webhookTexts.secret.title}
          onClose={() => setSecret(null)}
        >
          <ShownOnce
            secret={secret}
            texts={webhookTexts.secret}
            onDone={() => secretDialog.current?.close()}
          />
        </Dialog>
      )}
    </>
  );
}
