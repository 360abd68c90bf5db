import type { Webhook } from "@shopbell/protocol/webhooks";
import type { Failure } from "@shopbell/sync/http";
import type { WebhooksApi } from "@shopbell/sync/webhooks-api";
import { type FormEvent, useRef, useState } from "react";
import { Dialog } from "../design/dialog.tsx";
import { Field } from "../design/field.tsx";
import { Choices } from "../settings/choices.tsx";
import { DialogActions } from "../settings/dialog-actions.tsx";
import styles from "../settings/dialog-form.module.css";
import { ShownOnce } from "../settings/shown-once.tsx";
import { webhookTexts } from "../texts/en-webhooks.ts";
import { problemWords } from "./problem-words.ts";

const texts = webhookTexts.dialog;
const choices = Object.entries(webhookTexts.events).map(([value, event]) => ({ value, ...event }));

interface Props {
  readonly api: WebhooksApi;
  /** Null when another one is added. */
  readonly webhook: Webhook | null;
  readonly onSaved: () => Promise<void>;
  readonly onClose: () => void;
}

interface Mistakes {
  readonly url?: string;
  readonly events?: string;
}

/** Asks where somebody listens and to what; shows the secret of a new one. */
export function WebhookDialog({ api, webhook, onSaved, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [id] = useState(() => webhook?.id ?? crypto.randomUUID());
  const [url, setUrl] = useState(webhook?.url ?? "");
  const [events, setEvents] = useState<readonly string[]>(webhook?.events ?? []);
  const [isOn, setOn] = useState(webhook === null || webhook.paused === null);
  const [wrong, setWrong] = useState<Mistakes>({});
  const [busy, setBusy] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const mistakes: Mistakes = {
      ...(!url.trim() && { url: webhookTexts.refusals.webhook_url_invalid }),
      ...(events.length === 0 && { events: webhookTexts.refusals.webhook_events_empty }),
    };
    setWrong(mistakes);
    if (mistakes.url || mistakes.events || busy) return;
    setBusy(true);
    const outcome = await save();
    setBusy(false);
    if (outcome.kind !== "done") {
      setWrong(mistakeOf(outcome));
      return;
    }
    if (outcome.value.secret !== null) setSecret(outcome.value.secret);
    await onSaved();
    if (outcome.value.secret === null) dialog.current?.close();
  };

  /** What was made and not heard of has a secret that nobody knows: another one is drawn. */
  const save = async () => {
    const outcome = await api.save(id, { url: url.trim(), events, paused: !isOn });
    const isLost = webhook === null && outcome.kind === "done" && outcome.value.secret === null;
    return isLost ? api.replaceSecret(id) : outcome;
  };

  if (secret !== null) {
    return (
      <Dialog ref={dialog} title={webhookTexts.secret.title} onClose={onClose}>
        <ShownOnce
          secret={secret}
          texts={webhookTexts.secret}
          onDone={() => dialog.current?.close()}
        />
      </Dialog>
    );
  }
  return (
    <Dialog ref={dialog} title={webhook ? texts.editTitle : texts.addTitle} onClose={onClose}>
      <form className={styles.form} noValidate onSubmit={submit}>
        <Field
          label={texts.url}
          name="url"
          type="url"
          inputMode="url"
          dir="ltr"
          autoComplete="off"
          hint={texts.urlHint}
          value={url}
          onChange={({ target }) => setUrl(target.value)}
          error={wrong.url}
        />
        <Choices
          legend={texts.events}
          name="event"
          choices={choices}
          chosen={events}
          onChange={setEvents}
          error={wrong.events}
        />
        <label className={styles.choice}>
          <input
            type="checkbox"
            name="on"
            checked={isOn}
            onChange={({ target }) => setOn(target.checked)}
          />
          {texts.on}
          <small>{texts.onHint}</small>
        </label>
        <DialogActions
          submit={busy ? texts.busy : webhook ? texts.submitEdit : texts.submitAdd}
          busy={busy}
          onCancel={() => dialog.current?.close()}
        />
      </form>
    </Dialog>
  );
}

function mistakeOf(failure: Failure): Mistakes {
  const words = problemWords(failure);
  const isOfEvents = failure.kind === "refused" && failure.code === "webhook_events_empty";
  return isOfEvents ? { events: words } : { url: words };
}
