import type { SetupAnswer, SetupRequest } from "@shopbell/protocol/staff";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "../design/button.tsx";
import { Field } from "../design/field.tsx";
import { Icon } from "../design/icon.tsx";
import { SelectField } from "../design/select-field.tsx";
import { texts } from "../texts/en.ts";
import { accountApi } from "./account.ts";
import styles from "./form.module.css";
import { PasswordField } from "./password-field.tsx";
import { mistakesFrom, mistakesIn, type SetupMistakes } from "./setup-mistakes.ts";
import { ownTimeZone, timeZones } from "./time-zones.ts";

interface Props {
  readonly onDone: (answer: SetupAnswer) => void;
  /** Somebody else was first. */
  readonly onClosed: () => void;
}

const NONE: SetupMistakes = {};

export function SetupForm({ onDone, onClosed }: Props) {
  const [mistakes, setMistakes] = useState(NONE);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (mistakes !== NONE) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [mistakes]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!form.current) return;
    const request = requestFrom(new FormData(form.current));
    const found = mistakesIn(request);
    setMistakes(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const outcome = await accountApi.setUp(request);
    setBusy(false);
    if (outcome.kind === "done") onDone(outcome.value);
    else if (outcome.kind === "refused" && outcome.status === 404) onClosed();
    else setMistakes(mistakesFrom(outcome));
  };

  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      {mistakes.form && (
        <p className={styles.problem} role="alert">
          <Icon name="alert" />
          {mistakes.form}
        </p>
      )}
      <div className={styles.group}>
        <Field
          label={texts.setup.code}
          hint={texts.setup.codeHint}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          error={mistakes.code}
        />
      </div>
      <fieldset className={styles.group}>
        <legend>{texts.setup.you}</legend>
        <Field
          label={texts.setup.name}
          name="owner.name"
          autoComplete="name"
          error={mistakes["owner.name"]}
        />
        <Field
          label={texts.setup.email}
          name="owner.email"
          type="email"
          autoComplete="email"
          autoCapitalize="none"
          error={mistakes["owner.email"]}
        />
        <PasswordField
          label={texts.setup.password}
          hint={texts.setup.passwordHint}
          name="owner.password"
          autoComplete="new-password"
          error={mistakes["owner.password"]}
        />
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{texts.setup.store}</legend>
        <Field
          label={texts.setup.storeName}
          name="store.name"
          autoComplete="organization"
          error={mistakes["store.name"]}
        />
        <Field
          label={texts.setup.origin}
          hint={texts.setup.originHint}
          name="store.origin"
          type="url"
          autoCapitalize="none"
          placeholder="https://"
          error={mistakes["store.origin"]}
        />
        <SelectField
          label={texts.setup.timeZone}
          name="store.timeZone"
          options={timeZones()}
          defaultValue={ownTimeZone()}
          error={mistakes["store.timeZone"]}
        />
        <Field
          label={texts.setup.publicUrl}
          hint={texts.setup.publicUrlHint}
          name="publicUrl"
          type="url"
          defaultValue={location.origin}
          autoCapitalize="none"
          error={mistakes.publicUrl}
        />
      </fieldset>
      <div className={styles.submit}>
        <Button kind="primary" size="large" wide type="submit" disabled={busy}>
          {busy ? texts.setup.submitting : texts.setup.submit}
        </Button>
      </div>
    </form>
  );
}

function requestFrom(data: FormData): SetupRequest {
  const text = (name: string) => String(data.get(name) ?? "");
  const line = (name: string) => text(name).trim();
  return {
    code: line("code"),
    publicUrl: line("publicUrl"),
    owner: {
      name: line("owner.name"),
      email: line("owner.email"),
      password: text("owner.password"),
    },
    store: {
      name: line("store.name"),
      origin: line("store.origin"),
      timeZone: line("store.timeZone"),
    },
  };
}
