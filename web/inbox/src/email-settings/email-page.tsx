import type { EmailSettings } from "@shopbell/protocol/email";
import { createEmailApi, type EmailApi } from "@shopbell/sync/email-api";
import type { Failure, Outcome } from "@shopbell/sync/http";
import { type FormEvent, useMemo, useRef, useState } from "react";
import { Button } from "../design/button.tsx";
import { ProblemState } from "../design/problem-state.tsx";
import { useLive } from "../live/live.ts";
import { PageHead } from "../settings/page-head.tsx";
import { problemText } from "../settings/problem-text.ts";
import { type Said, StatusLine } from "../settings/status-line.tsx";
import { useAnswer } from "../settings/use-answer.ts";
import { usePageTitle } from "../shell/use-page-title.ts";
import { emailTexts as texts } from "../texts/en-email.ts";
import { CheckSteps } from "./check-steps.tsx";
import styles from "./email-page.module.css";
import { draftOf, type EmailForm, formOf, type Mistakes, mistakesIn } from "./form.ts";
import { IncomingCard } from "./incoming-card.tsx";
import { LogoCard } from "./logo-card.tsx";
import { SenderCard } from "./sender-card.tsx";
import { ServerFields } from "./server-fields.tsx";
import { useCheck } from "./use-check.ts";
import { UsedCard } from "./used-card.tsx";

/** Settings > E-mail: how the store's mail leaves and comes in, and a test that says whether it does. */
export function EmailPage() {
  usePageTitle(texts.page);
  const { store } = useLive();
  const api = useMemo(() => createEmailApi(store.id), [store.id]);
  const { answer, again, refresh } = useAnswer(api.settings);
  if (answer === null) return null;
  if (answer.kind !== "done") return <ProblemState text={wordsOf(answer)} onRetry={again} />;
  return <Editor api={api} settings={answer.value} again={again} refresh={() => void refresh()} />;
}

interface Props {
  readonly api: EmailApi;
  readonly settings: EmailSettings;
  readonly again: () => Promise<void>;
  readonly refresh: () => void;
}

function Editor({ api, settings, again, refresh }: Props) {
  const { store } = useLive();
  const element = useRef<HTMLFormElement>(null);
  const tester = useRef<HTMLButtonElement>(null);
  const [changed, setChanged] = useState<EmailForm | null>(null);
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const { check, runs, start } = useCheck(api, () => void again());
  const form = changed ?? formOf(settings, store.name);
  const canTest = settings.saved !== null || settings.installation.from !== null;

  const show = (found: Mistakes) => {
    setMistakes(found);
    const first = Object.keys(found)[0];
    if (first) element.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
  };

  const done = async (outcome: Outcome<EmailSettings>, text: string) => {
    if (outcome.kind === "done") {
      setMistakes({});
      setSaid({ text });
      await again();
      // Only now: the fields would show for a moment what was saved before. What was written meanwhile stays.
      setChanged((now) => (now === changed ? null : now));
    } else if (outcome.kind === "refused" && outcome.field !== null) {
      show({ [outcome.field]: wordsOf(outcome) });
    } else {
      setSaid({ text: wordsOf(outcome), wrong: true });
    }
    return outcome.kind === "done";
  };

  /** Whether what is in the fields is what is saved. */
  const save = async () => {
    setSaid(null);
    const found = mistakesIn(form);
    show(found);
    return Object.keys(found).length === 0 && done(await api.save(draftOf(form)), texts.saved);
  };

  const during = async <T,>(work: () => Promise<T>): Promise<T> => {
    setBusy(true);
    const done = await work();
    setBusy(false);
    return done;
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const pressed = document.activeElement;
    const saved = await during(save);
    // The button goes with what there was to save.
    if (saved && pressed instanceof HTMLButtonElement) tester.current?.focus();
  };

  const test = () =>
    during(async () => {
      if (changed !== null && !(await save())) return;
      const outcome = await start();
      if (outcome.kind !== "done") setSaid({ text: wordsOf(outcome), wrong: true });
    });

  return (
    <>
      <PageHead title={texts.page} intro={texts.intro} />
      <div className={styles.said}>
        <StatusLine said={said} />
      </div>
      <form
        ref={element}
        className={styles.form}
        noValidate
        onSubmit={(event) => void submit(event)}
      >
        <UsedCard
          settings={settings}
          busy={busy || runs}
          onUse={(version, text) => void during(async () => done(await api.use(version), text))}
        />
        <SenderCard form={form} mistakes={mistakes} onChange={setChanged} />
        <LogoCard api={api} />
        <section className={styles.card} aria-labelledby="outgoing">
          <h2 id="outgoing">{texts.outgoing}</h2>
          <ServerFields
            name="smtp"
            fields={form.smtp}
            mistakes={mistakes}
            onChange={(smtp) => setChanged({ ...form, smtp })}
          />
        </section>
        <IncomingCard
          settings={settings}
          form={form}
          mistakes={mistakes}
          onChange={setChanged}
          refresh={refresh}
        />
        <section className={styles.card} aria-labelledby="test">
          <h2 id="test">{texts.testTitle}</h2>
          <p className={styles.quiet}>{texts.testIntro}</p>
          <div className={styles.actions}>
            {changed !== null && (
              <Button kind="secondary" type="submit" busy={busy || runs}>
                {texts.save}
              </Button>
            )}
            {(canTest || changed !== null) && (
              <Button ref={tester} kind="primary" busy={busy || runs} onClick={() => void test()}>
                {runs ? texts.testing : changed === null ? texts.test : texts.saveAndTest}
              </Button>
            )}
          </div>
          {check !== null && <CheckSteps check={check} />}
        </section>
      </form>
    </>
  );
}

function wordsOf(failure: Failure): string {
  return failure.kind === "refused"
    ? (texts.refusals[failure.code] ?? problemText(failure))
    : problemText(failure);
}
