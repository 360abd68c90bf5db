import { useId, useState } from "react";
import { settingsTexts } from "../texts/en-settings.ts";
import styles from "./access-switch.module.css";
import { problemText } from "./problem-text.ts";
import { type Said, StatusLine } from "./status-line.tsx";
import type { Team } from "./team.ts";
import { useAnswer } from "./use-answer.ts";

const texts = settingsTexts.access;

/** Whether administrators read what is assigned to others. */
export function AccessSwitch({ team }: { readonly team: Team }) {
  const id = useId();
  const { answer, again } = useAnswer(team.api.access);
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  if (answer?.kind !== "done") return null;
  const { administratorsReadAssigned } = answer.value;

  const set = async (wanted: boolean) => {
    setBusy(true);
    const outcome = await team.api.setAccess({ administratorsReadAssigned: wanted });
    await again();
    setBusy(false);
    if (outcome.kind === "done") setSaid({ text: wanted ? texts.on : texts.off });
    else setSaid({ text: problemText(outcome), wrong: true });
  };

  return (
    <>
      <div className={styles.card}>
        <label htmlFor={id}>{texts.label}</label>
        <input
          id={id}
          type="checkbox"
          role="switch"
          aria-describedby={`${id}-hint`}
          checked={administratorsReadAssigned}
          aria-checked={administratorsReadAssigned}
          disabled={busy}
          onChange={({ target }) => void set(target.checked)}
        />
        <p id={`${id}-hint`}>{texts.hint}</p>
      </div>
      <StatusLine said={said} />
    </>
  );
}
