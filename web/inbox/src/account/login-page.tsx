import type { Failure } from "@shopbell/sync/http";
import { type FormEvent, useRef, useState } from "react";
import { Link } from "wouter";
import { Button } from "../design/button.tsx";
import { Field } from "../design/field.tsx";
import { Icon } from "../design/icon.tsx";
import { usePageTitle } from "../shell/use-page-title.ts";
import { texts } from "../texts/en.ts";
import { signIn } from "./account.ts";
import { CardPage } from "./card-page.tsx";
import { looksLikeEmail } from "./email-shape.ts";
import styles from "./form.module.css";
import { PasswordField } from "./password-field.tsx";
import { useAccount } from "./use-account.ts";

interface Mistakes {
  readonly email?: string;
  readonly password?: string;
  readonly form?: string;
}

/** Who is signed in afterwards is sent on by the routes. */
export function LoginPage() {
  usePageTitle(texts.login.page);
  const account = useAccount();
  const ended = account.kind === "signedOut" && account.ended;
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const data = new FormData(form.current ?? undefined);
    const email = String(data.get("email") ?? "").trim();
    const password = String(data.get("password") ?? "");
    const missing = mistakesIn(email, password);
    if (missing.email || missing.password) {
      show(missing);
      return;
    }
    setBusy(true);
    const outcome = await signIn(email, password);
    setBusy(false);
    if (outcome.kind !== "done") show(mistakesFrom(outcome));
  };

  const show = (next: Mistakes) => {
    setMistakes(next);
    const wrong = next.email ? "email" : next.password ? "password" : null;
    form.current?.querySelector<HTMLInputElement>(`[name="${wrong}"]`)?.focus();
  };

  return (
    <CardPage title={texts.login.title}>
      <form ref={form} className={styles.form} noValidate onSubmit={submit}>
        {ended && !mistakes.form && (
          <p className={styles.notice} role="status">
            {texts.login.sessionOver}
          </p>
        )}
        {mistakes.form && (
          <p className={styles.problem} role="alert">
            <Icon name="alert" />
            {mistakes.form}
          </p>
        )}
        <Field
          label={texts.login.email}
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          error={mistakes.email}
        />
        <PasswordField
          label={texts.login.password}
          name="password"
          autoComplete="current-password"
          beside={
            <Link href="/forgot-password" className={styles.link}>
              {texts.login.forgot}
            </Link>
          }
          error={mistakes.password}
        />
        <div className={styles.submit}>
          <Button kind="primary" size="large" wide type="submit" disabled={busy}>
            {busy ? texts.login.submitting : texts.login.submit}
          </Button>
        </div>
      </form>
    </CardPage>
  );
}

function mistakesIn(email: string, password: string): Mistakes {
  return {
    ...(!email && { email: texts.login.emailMissing }),
    ...(email && !looksLikeEmail(email) && { email: texts.login.emailIncomplete }),
    ...(!password && { password: texts.login.passwordMissing }),
  };
}

function mistakesFrom(failure: Failure): Mistakes {
  if (failure.kind === "unreached") return { form: texts.login.unreachable };
  if (failure.status === 401) return { password: texts.login.wrongCredentials };
  if (failure.status === 429) {
    return { form: texts.login.tooMany(Math.max(1, Math.ceil((failure.retryAfter ?? 60) / 60))) };
  }
  return { form: texts.problem.generic };
}
