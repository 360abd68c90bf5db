import type { Failure } from "@shopbell/sync/http";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import { Button } from "../design/button.tsx";
import { usePageTitle } from "../shell/use-page-title.ts";
import { texts } from "../texts/en.ts";
import { choosePassword } from "./account.ts";
import { CardPage } from "./card-page.tsx";
import styles from "./form.module.css";
import { PasswordField } from "./password-field.tsx";

/** Where the link in the mail leads. The token is behind the #, so that no server's log has it. */
export function NewPasswordPage() {
  usePageTitle(texts.newPassword.page);
  const [token] = useState(() => location.hash.slice(1));
  const [ended, setEnded] = useState(token === "");
  const [mistake, setMistake] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const [, navigate] = useLocation();
  const form = useRef<HTMLFormElement>(null);

  // Nor does the browser's history keep it.
  useEffect(() => history.replaceState(history.state, "", location.pathname), []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const password = String(new FormData(form.current ?? undefined).get("password") ?? "");
    setBusy(true);
    const outcome = password ? await choosePassword(token, password) : null;
    setBusy(false);
    if (outcome?.kind === "done") {
      navigate("/inbox", { replace: true });
    } else if (outcome?.kind === "refused" && outcome.code === "link_ended") {
      setEnded(true);
    } else {
      setMistake(outcome ? textOf(outcome) : texts.login.passwordMissing);
      form.current?.querySelector("input")?.focus();
    }
  };

  if (ended) {
    return (
      <CardPage title={texts.newPassword.endedTitle} intro={texts.newPassword.ended}>
        <p role="alert">
          <Link href="/forgot-password" className={styles.link}>
            {texts.newPassword.again}
          </Link>
        </p>
      </CardPage>
    );
  }
  return (
    <CardPage title={texts.newPassword.title} intro={texts.newPassword.intro}>
      <form ref={form} className={styles.form} noValidate onSubmit={submit}>
        <PasswordField
          label={texts.newPassword.password}
          hint={texts.setup.passwordHint}
          name="password"
          autoComplete="new-password"
          autoFocus
          error={mistake}
        />
        <div className={styles.submit}>
          <Button kind="primary" size="large" wide type="submit" disabled={busy}>
            {busy ? texts.newPassword.submitting : texts.newPassword.submit}
          </Button>
        </div>
      </form>
    </CardPage>
  );
}

function textOf(failure: Failure): string {
  if (failure.kind === "unreached") return texts.login.unreachable;
  if (failure.code === "too_many_requests") return texts.problem.tooMany;
  return texts.setup.refusals[failure.code] ?? texts.problem.generic;
}
