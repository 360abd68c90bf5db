import type { QuietHours } from "@shopbell/protocol/notification";
import { useEffect, useId, useState } from "react";
import { Button } from "../design/button.tsx";
import { Switch } from "../design/switch.tsx";
import { notificationTexts as texts } from "../texts/en-notifications.ts";
import styles from "./notifications-page.module.css";

interface Props {
  readonly quiet: QuietHours | null;
  readonly onChange: (quiet: QuietHours | null) => void;
}

const NIGHT = { from: "22:00", to: "07:30" } as const;

/** When one wants to be left in peace, by the clock where one is. */
export function QuietHoursField({ quiet, onChange }: Props) {
  const id = useId();
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zone = quiet?.timeZone ?? here;
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <h2>
          <label htmlFor={id}>{texts.quiet.label}</label>
        </h2>
        <Switch
          id={id}
          describedBy={`${id}-hint`}
          on={quiet !== null}
          onChange={(on) => onChange(on ? { ...NIGHT, timeZone: here } : null)}
        />
      </div>
      {quiet && <Times quiet={quiet} onChange={onChange} />}
      {quiet && zone !== here && (
        <div>
          <Button
            kind="secondary"
            size="small"
            onClick={() => onChange({ ...quiet, timeZone: here })}
          >
            {texts.quiet.here(here)}
          </Button>
        </div>
      )}
      <p id={`${id}-hint`}>{texts.quiet.hint}</p>
    </div>
  );
}

interface TimesProps {
  readonly quiet: QuietHours;
  readonly onChange: (quiet: QuietHours) => void;
}

function Times({ quiet, onChange }: TimesProps) {
  const id = useId();
  const [typed, setTyped] = useState<QuietHours>(quiet);
  useEffect(() => setTyped(quiet), [quiet]);
  const same = typed.from === typed.to;

  const type = (part: Partial<QuietHours>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    // Half a time is none; while both are the same there is nothing to save.
    if (next.from && next.to && next.from !== next.to) onChange(next);
  };

  return (
    <>
      <div className={styles.times}>
        <input
          type="time"
          required
          aria-label={texts.quiet.from}
          aria-invalid={same || undefined}
          aria-describedby={same ? `${id}-wrong` : undefined}
          value={typed.from}
          onChange={({ target }) => type({ from: target.value })}
        />
        <label htmlFor={`${id}-to`}>{texts.quiet.to}</label>
        <input
          id={`${id}-to`}
          type="time"
          required
          aria-invalid={same || undefined}
          aria-describedby={same ? `${id}-wrong` : undefined}
          value={typed.to}
          onChange={({ target }) => type({ to: target.value })}
        />
        <span>{texts.quiet.every(quiet.timeZone)}</span>
      </div>
      {same && (
        <p id={`${id}-wrong`} className={styles.wrong} role="alert">
          {texts.quiet.same}
        </p>
      )}
    </>
  );
}
