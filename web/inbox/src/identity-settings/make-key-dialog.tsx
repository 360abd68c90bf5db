import type { IdentityKeyMade, TokenAlgorithm } from "@shopbell/protocol/identity";
import type { IdentityKeysApi } from "@shopbell/sync/identity-keys-api";
import { type FormEvent, useId, useRef, useState } from "react";
import { Dialog } from "../design/dialog.tsx";
import { Field } from "../design/field.tsx";
import { DialogActions } from "../settings/dialog-actions.tsx";
import form from "../settings/dialog-form.module.css";
import { ShownOnce } from "../settings/shown-once.tsx";
import { identityTexts } from "../texts/en-identity.ts";
import styles from "./identity-page.module.css";
import { problemWords } from "./problem-words.ts";

const texts = identityTexts.dialog;
const ALGORITHMS: readonly TokenAlgorithm[] = ["hs256", "ed25519"];

interface Props {
  readonly api: IdentityKeysApi;
  readonly onMade: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks how the store signs, makes the key, and shows the secret of it this once, if there is one. */
export function MakeKeyDialog({ api, onMade, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const pastedId = useId();
  // The same at every try: what was made and not heard of is made again, not twice.
  const [id] = useState(() => crypto.randomUUID());
  const [name, setName] = useState("");
  const [algorithm, setAlgorithm] = useState<TokenAlgorithm>("hs256");
  const [pasted, setPasted] = useState("");
  const [wrong, setWrong] = useState<{ readonly name?: string; readonly pasted?: string }>({});
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<IdentityKeyMade | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const isOwn = algorithm === "ed25519";
    const mistakes = {
      ...(!name.trim() && { name: identityTexts.refusals.identity_key_name_empty ?? "" }),
      ...(isOwn && !pasted.trim() && { pasted: texts.publicKeyEmpty }),
    };
    setWrong(mistakes);
    if (mistakes.name || mistakes.pasted || busy) return;
    setBusy(true);
    const outcome = await api.make(id, { name, algorithm, ...(isOwn && { publicKey: pasted }) });
    setBusy(false);
    if (outcome.kind !== "done") {
      const words = problemWords(outcome);
      const isPasted = outcome.kind === "refused" && outcome.code === "public_key_invalid";
      setWrong(isPasted ? { pasted: words } : { name: words });
      return;
    }
    await onMade();
    if (outcome.value.secret === null) dialog.current?.close();
    else setMade(outcome.value);
  };

  return (
    <Dialog ref={dialog} title={made ? texts.madeTitle : texts.title} onClose={onClose}>
      {made?.secret ? (
        <ShownOnce
          secret={made.secret}
          texts={{ ...texts, once: texts.once(made.identityKey.name) }}
          onDone={() => dialog.current?.close()}
        />
      ) : (
        <form className={form.form} noValidate onSubmit={submit}>
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
          <fieldset className={form.choices}>
            <legend>{texts.how}</legend>
            {ALGORITHMS.map((each) => (
              <label key={each} className={form.choice}>
                <input
                  type="radio"
                  name="algorithm"
                  value={each}
                  checked={algorithm === each}
                  onChange={() => setAlgorithm(each)}
                />
                <span>{texts.hows[each].name}</span>
                <small>{texts.hows[each].hint}</small>
              </label>
            ))}
          </fieldset>
          {algorithm === "ed25519" && (
            <div>
              <label className={styles.label} htmlFor={pastedId}>
                {texts.publicKey}
              </label>
              <textarea
                id={pastedId}
                className={styles.public}
                dir="ltr"
                spellCheck={false}
                value={pasted}
                aria-invalid={wrong.pasted ? true : undefined}
                aria-describedby={wrong.pasted ? `${pastedId}-error` : undefined}
                onChange={({ target }) => setPasted(target.value)}
              />
              {wrong.pasted && (
                <p id={`${pastedId}-error`} className={form.problem}>
                  {wrong.pasted}
                </p>
              )}
            </div>
          )}
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
