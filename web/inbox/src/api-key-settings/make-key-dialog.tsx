import type { ApiKeyMade } from "@shopbell/protocol/api-keys";
import type { ApiKeysApi } from "@shopbell/sync/api-keys-api";
import { type FormEvent, useRef, useState } from "react";
import { Dialog } from "../design/dialog.tsx";
import { Field } from "../design/field.tsx";
import { Choices } from "../settings/choices.tsx";
import { DialogActions } from "../settings/dialog-actions.tsx";
import styles from "../settings/dialog-form.module.css";
import { ShownOnce } from "../settings/shown-once.tsx";
import { apiKeyTexts } from "../texts/en-api-keys.ts";
import { problemWords } from "./problem-words.ts";

const texts = apiKeyTexts.dialog;
const choices = Object.entries(apiKeyTexts.scopes).map(([value, scope]) => ({ value, ...scope }));

interface Props {
  readonly api: ApiKeysApi;
  readonly onMade: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks what the key is for, makes it, and shows it this once. */
export function MakeKeyDialog({ api, onMade, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // The same at every try: what was made and not heard of is made again, not twice.
  const [id] = useState(() => crypto.randomUUID());
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly string[]>([]);
  const [wrong, setWrong] = useState<{ readonly name?: string; readonly scopes?: string }>({});
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<ApiKeyMade | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const mistakes = {
      ...(!name.trim() && { name: apiKeyTexts.refusals.api_key_name_empty }),
      ...(scopes.length === 0 && { scopes: apiKeyTexts.refusals.scopes_empty }),
    };
    setWrong(mistakes);
    if (mistakes.name || mistakes.scopes || busy) return;
    setBusy(true);
    const outcome = await api.make(id, { name, scopes });
    setBusy(false);
    if (outcome.kind !== "done") {
      setWrong({ name: problemWords(outcome) });
      return;
    }
    setMade(outcome.value);
    await onMade();
  };

  return (
    <Dialog ref={dialog} title={made ? texts.madeTitle : texts.title} onClose={onClose}>
      {made ? (
        <ShownOnce
          secret={made.secret}
          texts={{ ...texts, once: texts.once(made.apiKey.name) }}
          onDone={() => dialog.current?.close()}
        />
      ) : (
        <form className={styles.form} noValidate onSubmit={submit}>
          <Field
            label={texts.name}
            name="name"
            dir="auto"
            autoComplete="off"
            hint={texts.nameHint}
            value={name}
            onChange={({ target }) => setName(target.value)}
            error={wrong.name}
          />
          <Choices
            legend={texts.scopes}
            name="scope"
            choices={choices}
            chosen={scopes}
            onChange={setScopes}
            error={wrong.scopes}
          />
          <DialogActions
            submit={busy ? texts.making : texts.submit}
            busy={busy}
            onCancel={() => dialog.current?.close()}
          />
        </form>
      )}
    </Dialog>
  );
}
