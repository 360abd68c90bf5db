import type { SetupAnswer, SetupRequest } from "@shopbell/protocol/staff";
import type { Failure } from "@shopbell/sync/http";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "../design/button.tsx";
import { Field } from "../design/field.tsx";
import { Icon } from "../design/icon.tsx";
import { SelectField } from "../design/select-field.tsx";
import { texts } from "../texts/en.ts";
import { accountApi } from "./account.ts";
import styles from "./form.module.css";
import { PasswordField } from "./password-field.tsx";
import { ownTimeZone, timeZones } from "./time-zones.ts";

interface Props {
  readonly onDone: (answer: SetupAnswer) => void;
  /** Somebody else was first. */
  readonly onClosed: () => void;
}

interface Mistake {
  /** The name of the input as the server calls it; null: about the whole form. */
  readonly field: string | null;
  readonly text: string;
}

export function SetupForm({ onDone, onClosed }: Props) {
  const [mistake, setMistake] = useState<Mistake | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (mistake) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [mistake]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!form.current) return;
    setBusy(true);
    const outcome = await accountApi.setUp(requestFrom(new FormData(form.current)));
    setBusy(false);
    if (outcome.kind === "done") onDone(outcome.value);
    else if (outcome.kind === "refused" && outcome.status === 404) onClosed();
    else setMistake(mistakeFrom(outcome));
  };

  const wrong = (field: string) => (mistake?.field === field ? mistake.text : undefined);

  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      {mistake?.field === null && (
        <p className={styles.problem} role="alert">
          <Icon name="alert" />
          {mistake.text}
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
          error={wrong("code")}
        />
      </div>
      <fieldset className={styles.group}>
        <legend>{texts.setup.you}</legend>
        <Field
          label={texts.setup.name}
          name="owner.name"
          autoComplete="name"
          error={wrong("owner.name")}
        />
        <Field
          label={texts.setup.email}
          name="owner.email"
          type="email"
          autoComplete="email"
          autoCapitalize="none"
          error={wrong("owner.email")}
        />
        <PasswordField
          label={texts.setup.password}
          hint={texts.setup.passwordHint}
          name="owner.password"
          autoComplete="new-password"
          error={wrong("owner.password")}
        />
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{texts.setup.store}</legend>
        <Field
          label={texts.setup.storeName}
          name="store.name"
          autoComplete="organization"
          error={wrong("store.name")}
        />
        <Field
          label={texts.setup.origin}
          hint={texts.setup.originHint}
          name="store.origin"
          type="url"
          autoCapitalize="none"
          placeholder="https://"
          error={wrong("store.origin")}
        />
        <SelectField
          label={texts.setup.timeZone}
          name="store.timeZone"
          options={timeZones()}
          defaultValue={ownTimeZone()}
          error={wrong("store.timeZone")}
        />
        <Field
          label={texts.setup.publicUrl}
          hint={texts.setup.publicUrlHint}
          name="publicUrl"
          type="url"
          defaultValue={location.origin}
          autoCapitalize="none"
          error={wrong("publicUrl")}
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

function mistakeFrom(failure: Failure): Mistake {
  if (failure.kind === "unreached") return { field: null, text: texts.problem.offline };
  if (failure.status === 429) return { field: null, text: texts.problem.tooMany };
  const text = texts.setup.refusals[failure.code] ?? texts.problem.generic;
  const field = failure.code === "wrong_code" ? "code" : failure.field;
  return { field: KNOWN.has(field ?? "") ? field : null, text };
}

const KNOWN = new Set([
  "code",
  "publicUrl",
  "owner.name",
  "owner.email",
  "owner.password",
  "store.name",
  "store.origin",
  "store.timeZone",
]);
