import { PasswordField } from "../account/password-field.tsx";
import { Field } from "../design/field.tsx";
import { SelectField } from "../design/select-field.tsx";
import { emailTexts as texts } from "../texts/en-email.ts";
import styles from "./email-page.module.css";
import type { ServerFields as Fields, Mistakes } from "./form.ts";

interface Props {
  /** `smtp` or `imap`: the field's name in the request begins with it. */
  readonly name: string;
  readonly fields: Fields;
  readonly mistakes: Mistakes;
  readonly onChange: (fields: Fields) => void;
}

const SECURITIES = ["tls", "starttls", "none"] as const;

/** One mail server, and how to get in. */
export function ServerFields({ name, fields, mistakes, onChange }: Props) {
  const set = (changed: Partial<Fields>) => onChange({ ...fields, ...changed });
  return (
    <>
      <div className={styles.server}>
        <Field
          label={texts.host}
          name={`${name}.host`}
          value={fields.host}
          error={mistakes[`${name}.host`]}
          dir="ltr"
          autoCapitalize="none"
          spellCheck={false}
          onChange={({ target }) => set({ host: target.value })}
        />
        <Field
          label={texts.port}
          name={`${name}.port`}
          inputMode="numeric"
          value={fields.port}
          error={mistakes[`${name}.port`]}
          onChange={({ target }) => set({ port: target.value.trim() })}
        />
        <SelectField
          label={texts.security}
          options={SECURITIES.map((each) => texts.securities[each])}
          value={texts.securities[fields.security]}
          onChange={({ target }) =>
            set({
              security:
                SECURITIES.find((each) => texts.securities[each] === target.value) ??
                fields.security,
            })
          }
        />
      </div>
      {fields.security === "none" && (
        <p className={styles.warning} role="note">
          {texts.insecure}
        </p>
      )}
      <div className={styles.pair}>
        <Field
          label={texts.user}
          hint={texts.userHint}
          name={`${name}.user`}
          value={fields.user}
          error={mistakes[`${name}.user`]}
          dir="ltr"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => set({ user: target.value })}
        />
        <PasswordField
          label={texts.password}
          hint={fields.hasPassword ? texts.passwordKept : undefined}
          name={`${name}.password`}
          value={fields.password}
          error={mistakes[`${name}.password`]}
          autoComplete="new-password"
          onChange={({ target }) => set({ password: target.value })}
        />
      </div>
    </>
  );
}
