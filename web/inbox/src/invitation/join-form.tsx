import type { Me } from "@shopbell/protocol/staff";
import type { OpenedInvitation } from "@shopbell/protocol/team";
import type { Outcome } from "@shopbell/sync/http";
import type { InvitationApi } from "@shopbell/sync/team-api";
import { type FormEvent, useRef, useState } from "react";
import { useLocation } from "wouter";
import { signedInAs, signIn, signOut } from "../account/account.ts";
import styles from "../account/form.module.css";
import { PasswordField } from "../account/password-field.tsx";
import { useAccount } from "../account/use-account.ts";
import { Button } from "../design/button.tsx";
import { Field } from "../design/field.tsx";
import { Icon } from "../design/icon.tsx";
import { texts as allTexts } from "../texts/en.ts";
import { invitationTexts as texts } from "../texts/en-invitation.ts";
import { invitationProblem } from "./problem.ts";

interface Props {
  readonly api: InvitationApi;
  readonly token: string;
  readonly invitation: OpenedInvitation;
  readonly onEnded: () => void;
}

interface Mistakes {
  readonly name?: string;
  readonly password?: string;
  readonly form?: string;
}

/** Joins: with a new account, or with the one there is, for which one logs in first. */
export function JoinForm({ api, token, invitation, onEnded }: Props) {
  const account = useAccount();
  const [, navigate] = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const [busy, setBusy] = useState(false);
  const me = account.kind === "signedIn" ? account.me.staff.email : null;
  const isMe = me === invitation.email;

  if (account.kind === "asking") return null;
  if (invitation.account && me !== null && !isMe) {
    return (
      <div className={styles.form}>
        <p className={styles.notice}>{texts.otherAccount(me, invitation.email)}</p>
        <Button kind="primary" size="large" wide onClick={() => void signOut()}>
          {texts.switchAccount}
        </Button>
      </div>
    );
  }

  const join = async (): Promise<Outcome<Me>> => {
    const data = new FormData(form.current ?? undefined);
    const password = String(data.get("password") ?? "");
    if (!invitation.account) return api.join(token, String(data.get("name") ?? ""), password);
    if (!isMe) {
      const signedIn = await signIn(invitation.email, password);
      if (signedIn.kind !== "done") return signedIn;
    }
    return api.accept(token);
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = missingIn(new FormData(form.current ?? undefined), invitation.account, isMe);
    setMistakes(missing);
    if (missing.name || missing.password) {
      focusOn(form.current, missing);
      return;
    }
    setBusy(true);
    const outcome = await join();
    setBusy(false);
    if (outcome.kind === "done") {
      signedInAs(outcome.value);
      navigate("/inbox", { replace: true });
    } else if (outcome.kind === "refused" && outcome.code === "link_ended") {
      onEnded();
    } else {
      const text = invitationProblem(outcome);
      const field = outcome.kind === "refused" ? outcome.field : null;
      const wrong: Mistakes =
        field === "name"
          ? { name: text }
          : field === "password" || (outcome.kind === "refused" && outcome.status === 401)
            ? { password: text }
            : { form: text };
      setMistakes(wrong);
      focusOn(form.current, wrong);
    }
  };

  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      <p className={styles.notice}>{texts.as(invitation.email)}</p>
      {mistakes.form && (
        <p className={styles.problem} role="alert">
          <Icon name="alert" />
          {mistakes.form}
        </p>
      )}
      <input type="hidden" name="email" autoComplete="username" value={invitation.email} />
      {!invitation.account && (
        <Field
          label={texts.name}
          hint={texts.nameHint}
          name="name"
          dir="auto"
          autoComplete="name"
          autoFocus
          error={mistakes.name}
        />
      )}
      {!(invitation.account && isMe) && (
        <PasswordField
          label={texts.password}
          hint={invitation.account ? undefined : allTexts.setup.passwordHint}
          name="password"
          autoComplete={invitation.account ? "current-password" : "new-password"}
          error={mistakes.password}
        />
      )}
      <div className={styles.submit}>
        <Button kind="primary" size="large" wide type="submit" disabled={busy}>
          {busy ? texts.joining : invitation.account && !isMe ? texts.logInAndJoin : texts.join}
        </Button>
      </div>
    </form>
  );
}

function missingIn(data: FormData, hasAccount: boolean, isMe: boolean): Mistakes {
  return {
    ...(!hasAccount && !String(data.get("name") ?? "").trim() && { name: texts.nameMissing }),
    ...(!(hasAccount && isMe) && !data.get("password") && { password: texts.passwordMissing }),
  };
}

function focusOn(form: HTMLFormElement | null, { name, password }: Mistakes): void {
  const wrong = name ? "name" : password ? "password" : null;
  if (wrong) form?.querySelector<HTMLInputElement>(`[name="${wrong}"]`)?.focus();
}
