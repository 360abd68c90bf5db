import { Field } from "../design/field.tsx";
import { SelectField } from "../design/select-field.tsx";
import { emailTexts as texts } from "../texts/en-email.ts";
import styles from "./email-page.module.css";
import { type EmailForm, type Mistakes, withProvider } from "./form.ts";
import { PROVIDERS, providerAt, providerOf } from "./providers.ts";

interface Props {
  readonly form: EmailForm;
  readonly mistakes: Mistakes;
  readonly onChange: (form: EmailForm) => void;
}

/** Whom mails are from, and whose servers that needs. */
export function SenderCard({ form, mistakes, onChange }: Props) {
  const provider = providerAt(form.smtp.host);

  // Whoever writes an address of a known provider first needs not look up its servers.
  const guess = () => {
    const known = providerOf(form.fromAddress);
    if (known && form.smtp.host === "") onChange(withProvider(form, known));
  };

  return (
    <section className={styles.card} aria-labelledby="sender">
      <h2 id="sender">{texts.sender}</h2>
      <div className={styles.pair}>
        <Field
          label={texts.fromName}
          name="fromName"
          value={form.fromName}
          error={mistakes.fromName}
          dir="auto"
          onChange={({ target }) => onChange({ ...form, fromName: target.value })}
        />
        <Field
          label={texts.fromAddress}
          name="fromAddress"
          type="email"
          value={form.fromAddress}
          error={mistakes.fromAddress}
          dir="ltr"
          onChange={({ target }) => onChange({ ...form, fromAddress: target.value })}
          onBlur={guess}
        />
      </div>
      <SelectField
        label={texts.provider}
        options={[texts.ownServer, ...PROVIDERS.map(({ name }) => name)]}
        value={provider?.name ?? texts.ownServer}
        onChange={({ target }) => {
          const chosen = PROVIDERS.find(({ name }) => name === target.value);
          if (chosen) onChange(withProvider(form, chosen));
        }}
      />
      <p className={styles.quiet}>
        {provider?.wantsAppPassword ? texts.appPassword : texts.providerHint}
      </p>
    </section>
  );
}
