import type { Arrival, EmailSettings } from "@shopbell/protocol/email";
import { useId } from "react";
import { Field } from "../design/field.tsx";
import { SelectField } from "../design/select-field.tsx";
import { Switch } from "../design/switch.tsx";
import { emailTexts as texts } from "../texts/en-email.ts";
import styles from "./email-page.module.css";
import type { EmailForm, Mistakes } from "./form.ts";
import { Forwarding } from "./forwarding.tsx";
import { ServerFields } from "./server-fields.tsx";

interface Props {
  readonly settings: EmailSettings;
  readonly form: EmailForm;
  readonly mistakes: Mistakes;
  readonly onChange: (form: EmailForm) => void;
  /** Looks for what came meanwhile. */
  readonly refresh: () => void;
}

const ARRIVALS: readonly Arrival[] = ["imap", "forwarding", "none"];

/** How answers by mail come in. */
export function IncomingCard({ settings, form, mistakes, onChange, refresh }: Props) {
  const id = useId();
  const { forwardTo, forwardingMails } = settings;
  const arrivals = ARRIVALS.filter(
    (each) => each !== "forwarding" || forwardTo !== null || form.arrival === each,
  );
  return (
    <section className={styles.card} aria-labelledby="incoming">
      <h2 id="incoming">{texts.incoming}</h2>
      <SelectField
        label={texts.arrival}
        options={arrivals.map((each) => texts.arrivals[each])}
        value={texts.arrivals[form.arrival]}
        onChange={({ target }) =>
          onChange({
            ...form,
            arrival: ARRIVALS.find((each) => texts.arrivals[each] === target.value) ?? form.arrival,
          })
        }
      />
      {form.arrival === "none" && <p className={styles.quiet}>{texts.arrivalNone}</p>}
      {form.arrival === "forwarding" &&
        (forwardTo === null ? (
          <p className={styles.warning}>{texts.refusals.forwarding_not_offered}</p>
        ) : (
          <Forwarding address={forwardTo} mails={forwardingMails} refresh={refresh} />
        ))}
      {form.arrival === "imap" && (
        <>
          <ServerFields
            name="imap"
            fields={form.imap}
            mistakes={mistakes}
            onChange={(imap) => onChange({ ...form, imap })}
          />
          <Field
            label={texts.folder}
            name="folder"
            value={form.folder}
            error={mistakes.folder}
            dir="auto"
            onChange={({ target }) => onChange({ ...form, folder: target.value })}
          />
        </>
      )}
      <div className={styles.switch}>
        <label htmlFor={id}>{texts.plus}</label>
        <Switch
          id={id}
          describedBy={`${id}-hint`}
          on={form.plusAddressing}
          onChange={(plusAddressing) => onChange({ ...form, plusAddressing })}
        />
        <p id={`${id}-hint`}>{texts.plusHint}</p>
      </div>
    </section>
  );
}
