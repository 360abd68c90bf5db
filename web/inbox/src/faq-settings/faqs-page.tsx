import type { Faq } from "@shopbell/protocol/faqs";
import { createFaqsApi } from "@shopbell/sync/faqs-api";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useLocation, useRoute } from "wouter";
import { announce } from "../announce/announce.ts";
import { Button } from "../design/button.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import { Icon } from "../design/icon.tsx";
import { ProblemState } from "../design/problem-state.tsx";
import { useLive } from "../live/live.ts";
import styles from "../settings/items/items-page.module.css";
import { useOrder } from "../settings/items/use-order.ts";
import { type Said, StatusLine } from "../settings/status-line.tsx";
import { useAnswer } from "../settings/use-answer.ts";
import { usePageTitle } from "../shell/use-page-title.ts";
import { faqSettingsTexts as texts } from "../texts/en-faq-settings.ts";
import { FaqEditor } from "./faq-editor.tsx";
import { FaqRow } from "./faq-row.tsx";
import { faqPath } from "./paths.ts";
import { problemWords } from "./problem-words.ts";

/** Settings > FAQs: all of them, and beside them the one that is changed; on a phone one after the other. */
export function FaqsPage() {
  usePageTitle(texts.page);
  const { store } = useLive();
  const api = useMemo(() => createFaqsApi(store.id), [store.id]);
  const { answer, again } = useAnswer(api.all);
  const [, route] = useRoute("/inbox/settings/faqs/:id");
  const [, navigate] = useLocation();
  const [said, setSaid] = useState<Said | null>(null);
  const id = route?.id;
  const faqs = answer?.kind === "done" ? answer.value.faqs : [];

  // What colleagues changed meanwhile is there when one comes back to this page.
  useEffect(() => {
    const refresh = () => document.visibilityState === "visible" && void again();
    document.addEventListener("visibilitychange", refresh);
    return () => document.removeEventListener("visibilitychange", refresh);
  }, [again]);

  const arrange = async (next: readonly string[]) => {
    const outcome = await api.arrange(next);
    setSaid(outcome.kind === "done" ? null : { text: problemWords(outcome), wrong: true });
    await again();
    order.settled();
  };
  const order = useOrder(
    faqs,
    ({ question }) => question,
    (next) => void arrange(next),
  );

  const show = async (faq: Faq, shown: boolean) => {
    const { language, question, answer } = faq;
    const outcome = await api.save(faq.id, { language, question, answer, shown });
    await again();
    if (outcome.kind === "done") announce(shown ? texts.shown(question) : texts.hidden(question));
    setSaid(outcome.kind === "done" ? null : { text: problemWords(outcome), wrong: true });
  };

  if (answer === null) return null;
  if (answer.kind !== "done") return <ProblemState text={problemWords(answer)} onRetry={again} />;
  const hasLanguages = new Set(faqs.map(({ language }) => language)).size > 1;

  return (
    <div className={styles.page} data-open={id === undefined ? undefined : ""}>
      <header className={styles.head}>
        <div>
          <h1>{texts.page}</h1>
          <p>{hasLanguages ? texts.introLanguages : texts.intro}</p>
        </div>
        <Button kind="primary" onClick={() => navigate(faqPath("new"))}>
          <Icon name="plus" />
          {texts.add}
        </Button>
      </header>
      <StatusLine said={said} />
      <div className={styles.panes}>
        <div className={styles.list}>
          {faqs.length === 0 && <EmptyState title={texts.emptyTitle}>{texts.empty}</EmptyState>}
          <ul ref={order.list} className={styles.pane} aria-label={texts.list}>
            {order.sorted.map((faq, index) => (
              <FaqRow
                key={faq.id}
                faq={faq}
                isOpen={faq.id === id}
                namesLanguage={hasLanguages}
                sorting={{
                  isLifted: order.lifted === faq.id,
                  handleProps: order.handleProps(faq.id),
                  onUp: index > 0 ? () => order.move(faq.id, -1) : undefined,
                  onDown: index < faqs.length - 1 ? () => order.move(faq.id, 1) : undefined,
                }}
                onShow={(shown) => void show(faq, shown)}
              />
            ))}
          </ul>
        </div>
        <div className={styles.editor}>
          <Editor id={id} faqs={faqs}>
            {(faq) => (
              <FaqEditor
                key={faq?.id ?? "new"}
                api={api}
                faq={faq}
                begun={{
                  language: faqs[0]?.language ?? "en",
                  question: "",
                  answer: "",
                  shown: true,
                }}
                onChanged={again}
              />
            )}
          </Editor>
        </div>
      </div>
    </div>
  );
}

interface EditorProps {
  readonly id: string | undefined;
  readonly faqs: readonly Faq[];
  /** Null for a new one. */
  readonly children: (faq: Faq | null) => ReactNode;
}

function Editor({ id, faqs, children }: EditorProps) {
  if (id === "new") return children(null);
  const faq = faqs.find((each) => each.id === id);
  if (faq) return children(faq);
  return <EmptyState>{id === undefined ? texts.choose : texts.gone}</EmptyState>;
}
