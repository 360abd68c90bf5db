import type { EmailCheck, EmailCheckStep } from "@shopbell/protocol/email";
import { Icon } from "../design/icon.tsx";
import { emailTexts as texts } from "../texts/en-email.ts";
import styles from "./check-steps.module.css";

const ICONS = {
  ok: "check",
  warning: "info",
  failed: "alert",
  running: "clock",
} as const;

/** What was found is followed by words that no server said. */
const OF_OUR_OWN = new Set(["spf_of_another", "forward_name_unknown"]);

function iconOf(state: string) {
  return Object.entries(ICONS).find(([name]) => name === state)?.[1];
}

/** A test, step by step, while it runs and afterwards. */
export function CheckSteps({ check }: { readonly check: EmailCheck }) {
  const outcome =
    check.worked === null
      ? null
      : !check.worked
        ? texts.didNotWork
        : check.steps.some(({ step }) => step === "returned")
          ? texts.worked
          : texts.workedSending;
  return (
    <>
      <div
        role="status"
        className={styles.outcome}
        data-wrong={check.worked === false ? "" : undefined}
      >
        {outcome}
      </div>
      <ol className={styles.steps}>
        {check.steps.map((step) => (
          <Step key={step.step} step={step} />
        ))}
      </ol>
    </>
  );
}

function Step({ step: { step, state, code, said } }: { readonly step: EmailCheckStep }) {
  const icon = iconOf(state);
  return (
    <li className={styles.step} data-state={state}>
      <span className={styles.icon}>{icon && <Icon name={icon} size={16} />}</span>
      <span className={styles.name}>{texts.steps[step] ?? step}</span>
      <span className={styles.state}>{texts.states[state] ?? state}</span>
      {code && <p className={styles.finding}>{texts.findings[code] ?? code}</p>}
      {said && (
        <p className={styles.said}>
          {!OF_OUR_OWN.has(code ?? "") && <span>{texts.serverSaid} </span>}
          <bdi dir="ltr">{said}</bdi>
        </p>
      )}
    </li>
  );
}
