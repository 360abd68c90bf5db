import { createPagesSettingApi } from "@shopbell/sync/pages-api";
import { useId, useMemo, useState } from "react";
import { ProblemState } from "../design/problem-state.tsx";
import { Switch } from "../design/switch.tsx";
import { useLive } from "../live/live.ts";
import card from "../settings/card.module.css";
import { ConfirmDialog } from "../settings/confirm-dialog.tsx";
import { PageHead } from "../settings/page-head.tsx";
import { problemText } from "../settings/problem-text.ts";
import { type Said, StatusLine } from "../settings/status-line.tsx";
import { useAnswer } from "../settings/use-answer.ts";
import { usePageTitle } from "../shell/use-page-title.ts";
import { customerInformationTexts } from "../texts/en-customer-information.ts";
import styles from "./customer-information-page.module.css";

const texts = customerInformationTexts.pages;

/** Settings > Customer information: what the store keeps about those who write to it. */
export function CustomerInformationPage() {
  const { page, intro } = customerInformationTexts;
  usePageTitle(page);
  const { store } = useLive();
  const id = useId();
  const api = useMemo(() => createPagesSettingApi(store.id), [store.id]);
  const { answer, again, refresh } = useAnswer(api.read);
  const [isAsking, setAsking] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);

  const change = async (wanted: boolean) => {
    const outcome = await api.change(wanted);
    await refresh();
    if (outcome.kind !== "done") return problemText(outcome);
    setSaid({ text: wanted ? texts.isOn : texts.isOff });
    return null;
  };
  const switchOn = async () => {
    const problem = await change(true);
    if (problem !== null) setSaid({ text: problem, wrong: true });
  };

  if (answer === null) return null;
  if (answer.kind !== "done") return <ProblemState text={problemText(answer)} onRetry={again} />;
  return (
    <>
      <PageHead title={page} intro={intro} />
      <section className={`${card.card} ${styles.setting}`}>
        <label htmlFor={id}>{texts.label}</label>
        <Switch
          id={id}
          describedBy={`${id}-hint`}
          on={answer.value.pagesVisited}
          onChange={(on) => (on ? void switchOn() : setAsking(true))}
        />
        <div id={`${id}-hint`} className={styles.hint}>
          <p>{texts.hint}</p>
          <p>{texts.kept}</p>
          <p>
            {texts.tell} {texts.off}
          </p>
        </div>
      </section>
      <StatusLine said={said} />
      {isAsking && (
        <ConfirmDialog
          title={texts.ask}
          text={texts.warning}
          submit={texts.confirm}
          onConfirm={() => change(false)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
