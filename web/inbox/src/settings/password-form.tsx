import type { OwnApi } from "@shopbell/sync/team-api";
import { type FormEvent, useRef, useState } from "react";
import { PasswordField } from "../account/password-field.tsx";
import { Button } from "../design/button.tsx";
import { useLive } from "../live/live.ts";
import { settingsTexts } from "../texts/en-settings.ts";
import card from "./card.module.css";
import styles from "./password-form.module.css";
import { problemText } from "./problem-text.ts";
import { type Said, StatusLine } from "./status-line.tsx";

const texts = settingsTexts.account;

interface Props {
  readonly api: OwnApi;
  /** Every other session is over. */
  readonly onChanged: () => Promise<void>;
}

interface Mistakes {
  readonly current?: string;
  readonly password?: string;
}

export function PasswordForm({ api, onChanged }: Props) {
  const { staff } = useLive();
  const form = useRef<HTMLFormElement>(null);
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);

  const show = (next: Mistakes) => {
    setSaid(null);
    setMistakes(next);
    const wrong = next.current ? "current" : next.password ? "password" : null;
    if (wrong) form.current?.querySelector<HTMLInputElement>(`[name="${wrong}"]`)?.focus();
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const data = new FormData(form.current ?? undefined);
    const current = String(data.get("current") ?? "");
    const password = String(data.get("password") ?? "");
    const missing: Mistakes = {
      ...(!current && { current: texts.missing }),
      ...(!password && { password: texts.missing }),
    };
    show(missing);
    if (missing.current || missing.password) return;
    setBusy(true);
    const outcome = await api.changePassword(current, password);
    setBusy(false);
    if (outcome.kind === "done") {
      form.current?.reset();
      await onChanged();
      setSaid({ text: texts.changed });
    } else if (outcome.kind === "refused" && outcome.field === "password") {
      show({ password: problemText(outcome) });
    } else {
      show({ current: problemText(outcome) });
    }
  };

  return (
    <section aria-labelledby="password">
      <h2 id="password" className={card.section}>
        {texts.password}
      </h2>
      <StatusLine said={said} />
      <form ref={form} className={styles.form} noValidate onSubmit={submit}>
        <p className={styles.intro}>{texts.passwordIntro}</p>
        {/* So that password managers know whose it is. */}
        <input type="hidden" name="email" autoComplete="username" value={staff.email} />
        <PasswordField
          label={texts.currentPassword}
          name="current"
          autoComplete="current-password"
          error={mistakes.current}
        />
        <PasswordField
          label={texts.newPassword}
          hint={texts.newPasswordHint}
          name="password"
          autoComplete="new-password"
          error={mistakes.password}
        />
        <div>
          <Button kind="primary" type="submit" disabled={busy}>
            {busy ? texts.changing : texts.change}
          </Button>
        </div>
      </form>
    </section>
  );
}
