import type { Failure } from "@shopbell/sync/http";
import { type FormEvent, useRef, useState } from "react";
import { Link } from "wouter";
import { Button } from "../design/button.tsx";
import { Field } from "../design/field.tsx";
import { usePageTitle } from "../shell/use-page-title.ts";
import { texts } from "../texts/en.ts";
import { accountApi } from "./account.ts";
import { CardPage } from "./card-page.tsx";
import styles from "./form.module.css";

/** Asks for the link. Afterwards it says the same whether the address has an account or not. */
export function ForgotPasswordPage() {
  usePageTitle(texts.forgotten.page);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [mistake, setMistake] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const email = String(new FormData(form.current ?? undefined).get("email") ?? "").trim();
    setBusy(true);
    const outcome = email ? await accountApi.forgotPassword(email) : null;
    setBusy(false);
    if (outcome?.kind === "done") {
      setSentTo(email);
      return;
    }
    setMistake(outcome ? textOf(outcome) : texts.login.emailMissing);
    form.current?.querySelector("input")?.focus();
  };

  if (sentTo !== null) {
    return (
      <CardPage title={texts.forgotten.sentTitle}>
        <div className={styles.form}>
          <p role="status">{texts.forgotten.sent(sentTo)}</p>
          <BackToLogin />
        </div>
      </CardPage>
    );
  }
  return (
    <CardPage title={texts.forgotten.title} intro={texts.forgotten.intro}>
      <form ref={form} className={styles.form} noValidate onSubmit={submit}>
        <Field
          label={texts.login.email}
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          error={mistake}
        />
        <div className={styles.submit}>
          <Button kind="primary" size="large" wide type="submit" disabled={busy}>
            {busy ? texts.forgotten.submitting : texts.forgotten.submit}
          </Button>
        </div>
        <BackToLogin />
      </form>
    </CardPage>
  );
}

function BackToLogin() {
  return (
    <p>
      <Link href="/login" className={styles.link}>
        {texts.forgotten.back}
      </Link>
    </p>
  );
}

function textOf(failure: Failure): string {
  if (failure.kind === "unreached") return texts.login.unreachable;
  switch (failure.code) {
    case "email_incomplete":
      return texts.login.emailIncomplete;
    case "mail_not_set_up":
      return texts.forgotten.noMail;
    case "too_many_requests":
      return texts.problem.tooMany;
    default:
      return texts.problem.generic;
  }
}
