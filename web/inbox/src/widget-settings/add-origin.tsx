import { type FormEvent, useState } from "react";
import { Button } from "../design/button.tsx";
import { Field } from "../design/field.tsx";
import { widgetTexts as texts } from "../texts/en-widget.ts";
import styles from "./widget-page.module.css";

interface Props {
  /** What went wrong, or null when it is done. */
  readonly onAdd: (typed: string) => Promise<string | null>;
}

export function AddOrigin({ onAdd }: Props) {
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const wrong = await onAdd(typed.trim());
    setBusy(false);
    setProblem(wrong);
    if (wrong === null) setTyped("");
  };

  return (
    <form className={styles.add} noValidate onSubmit={submit}>
      <Field
        label={texts.another}
        name="origin"
        dir="ltr"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        hint={texts.anotherHint}
        error={problem ?? undefined}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setProblem(null);
        }}
      />
      <Button kind="secondary" type="submit" busy={busy}>
        {texts.add}
      </Button>
    </form>
  );
}
