import type { Card } from "@shopbell/protocol/card";
import { type FormEvent, useState } from "react";
import { Field } from "../design/field.tsx";
import { DialogActions } from "../settings/dialog-actions.tsx";
import styles from "../settings/dialog-form.module.css";
import { cardTexts as texts } from "../texts/en-cards.ts";

interface Props {
  readonly onAdd: (card: Card) => void;
  readonly onCancel: () => void;
}

/** As the server has it. */
const CODE = /^(?=.*[\p{L}\p{N}])[\p{L}\p{M}\p{N}\p{P}\p{S}]{1,64}$/u;
const WORTH_LENGTH = 100;

/** Writes a discount code. Whether a link applies it is the store's settings' to say. */
export function DiscountForm({ onAdd, onCancel }: Props) {
  const [code, setCode] = useState("");
  const [worth, setWorth] = useState("");
  const [isTried, setTried] = useState(false);
  const codeError = CODE.test(code.trim()) ? undefined : texts.codeWrong;
  const worthError = [...worth.trim()].length > WORTH_LENGTH ? texts.worthLong : undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (codeError || worthError) return;
    onAdd({ kind: "discount", code: code.trim(), text: worth.trim() || null, url: null });
  };

  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <Field
        label={texts.code}
        name="code"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        dir="auto"
        hint={texts.codeHint}
        value={code}
        onChange={({ target }) => setCode(target.value)}
        error={isTried ? codeError : undefined}
      />
      <Field
        label={texts.worth}
        name="worth"
        autoComplete="off"
        dir="auto"
        hint={texts.worthHint}
        value={worth}
        onChange={({ target }) => setWorth(target.value)}
        error={isTried ? worthError : undefined}
      />
      <DialogActions submit={texts.add} busy={false} onCancel={onCancel} />
    </form>
  );
}
