import type { Origins } from "@shopbell/protocol/origins";
import { createOriginsApi } from "@shopbell/sync/origins-api";
import { useMemo, useState } from "react";
import { ProblemState } from "../design/problem-state.tsx";
import { useLive } from "../live/live.ts";
import card from "../settings/card.module.css";
import { ConfirmDialog } from "../settings/confirm-dialog.tsx";
import { PageHead } from "../settings/page-head.tsx";
import { problemText } from "../settings/problem-text.ts";
import { type Said, StatusLine } from "../settings/status-line.tsx";
import { useAnswer } from "../settings/use-answer.ts";
import { usePageTitle } from "../shell/use-page-title.ts";
import { Snippet } from "../store/snippet.tsx";
import { forgetStore, useStore } from "../store/use-store.ts";
import { widgetTexts as texts } from "../texts/en-widget.ts";
import { AddOrigin } from "./add-origin.tsx";
import { OriginRow } from "./origin-row.tsx";
import styles from "./widget-page.module.css";

/** Settings > Widget: the line for the store's pages, and whose pages may show the chat. */
export function WidgetPage() {
  usePageTitle(texts.page);
  const { store } = useLive();
  const api = useMemo(() => createOriginsApi(store.id), [store.id]);
  const { answer, again, refresh } = useAnswer(api.read);
  const shown = useStore();
  const [leaving, setLeaving] = useState<string | null>(null);
  const [said, setSaid] = useState<Said | null>(null);

  /** What went wrong; null when it is done, and then said. */
  const change = async (
    wanted: readonly string[],
    done: (now: Origins) => string,
  ): Promise<string | null> => {
    setSaid(null);
    const outcome = await api.change(wanted);
    if (outcome.kind !== "done") {
      const known = outcome.kind === "refused" ? texts.refusals[outcome.code] : undefined;
      return known ?? problemText(outcome);
    }
    forgetStore(store.id);
    await refresh();
    setSaid({ text: done(outcome.value) });
    return null;
  };

  if (answer === null) return null;
  if (answer.kind !== "done") return <ProblemState text={problemText(answer)} onRetry={again} />;
  const { origins } = answer.value;

  const makeMain = async (origin: string) => {
    const wanted = [origin, ...origins.filter((other) => other !== origin)];
    const problem = await change(wanted, () => texts.isMain(origin));
    if (problem !== null) setSaid({ text: problem, wrong: true });
  };

  return (
    <>
      <PageHead title={texts.page} intro={texts.intro} />
      {shown && (
        <section className={`${card.card} ${styles.snippet}`}>
          <p>{texts.paste}</p>
          <Snippet text={shown.snippet} />
          <p className={card.quiet}>{texts.key(shown.key)}</p>
        </section>
      )}
      <h2 className={card.section}>{texts.origins}</h2>
      <p className={styles.hint}>{texts.originsHint}</p>
      <StatusLine said={said} />
      <ul className={card.card} aria-label={texts.origins}>
        {origins.map((origin, index) => (
          <OriginRow
            key={origin}
            origin={origin}
            main={index === 0}
            onMakeMain={() => makeMain(origin)}
            onRemove={origins.length > 1 ? () => setLeaving(origin) : null}
          />
        ))}
      </ul>
      <AddOrigin
        onAdd={(typed) =>
          change([...origins, typed], (now) =>
            now.origins.length === origins.length
              ? texts.there
              : texts.added(now.origins.at(-1) ?? typed),
          )
        }
      />
      {leaving !== null && (
        <ConfirmDialog
          title={texts.removeTitle}
          text={texts.removeText(leaving)}
          submit={texts.remove}
          onConfirm={() =>
            change(
              origins.filter((origin) => origin !== leaving),
              () => texts.removed(leaving),
            )
          }
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}
