import type { Faq, FaqDraft } from "@shopbell/protocol/faqs";
import type { FaqsApi } from "@shopbell/sync/faqs-api";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { useLocation } from "wouter";
import { announce } from "../announce/announce.ts";
import { Button } from "../design/button.tsx";
import { Field } from "../design/field.tsx";
import { Icon } from "../design/icon.tsx";
import { ConfirmDialog } from "../settings/confirm-dialog.tsx";
import styles from "../settings/items/item-editor.module.css";
import { faqSettingsTexts } from "../texts/en-faq-settings.ts";
import { AnswerField } from "./answer-field.tsx";
import { type Mistakes, mistakesIn } from "./check.ts";
import { keepUnsaved, useUnsaved } from "./drafts.ts";
import { LanguageField } from "./language-field.tsx";
import { faqPath } from "./paths.ts";
import { problemWords } from "./problem-words.ts";

const texts = faqSettingsTexts.editor;

interface Props {
  readonly api: FaqsApi;
  /** Null for a new one. */
  readonly faq: Faq | null;
  readonly begun: FaqDraft;
  readonly onChanged: () => Promise<void>;
}

/** Changes one FAQ, or makes one. What is not saved stays until it is discarded. */
export function FaqEditor({ api, faq, begun, onChanged }: Props) {
  const [, navigate] = useLocation();
  const key = faq?.id ?? "new";
  const unsaved = useUnsaved().get(key);
  const saved = faq ?? begun;
  // Whether it is shown is changed in the list.
  const draft: FaqDraft = { ...(unsaved ?? saved), shown: saved.shown };
  const [newId] = useState(() => crypto.randomUUID());
  const [told, setTold] = useState<Mistakes>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [isRemoving, setRemoving] = useState(false);

  const change = (part: Partial<FaqDraft>) => {
    const { language, question, answer, shown } = { ...draft, ...part };
    const isAsSaved =
      language === saved.language && question === saved.question && answer === saved.answer;
    keepUnsaved(key, isAsSaved ? null : { language, question, answer, shown });
    setProblem(null);
    setTold((before) =>
      Object.fromEntries(Object.entries(before).filter(([field]) => !(field in part))),
    );
  };

  const words = (code: string | undefined) => code && faqSettingsTexts.refusals[code];

  const discard = () => {
    keepUnsaved(key, null);
    setTold({});
    setProblem(null);
    if (!faq) navigate(faqPath(null));
  };

  const save = async () => {
    const mistakes = mistakesIn(draft);
    setTold(mistakes);
    if (Object.keys(mistakes).length > 0 || busy) return;
    setBusy(true);
    const id = faq?.id ?? newId;
    const { language, question, answer, shown } = draft;
    const outcome = await api.save(id, { language, question, answer, shown });
    setBusy(false);
    if (outcome.kind !== "done") {
      setProblem(problemWords(outcome));
      return;
    }
    await onChanged();
    keepUnsaved(key, null);
    announce(texts.saved(question));
    if (!faq) navigate(faqPath(id), { replace: true });
  };

  const remove = async (gone: Faq) => {
    const outcome = await api.remove(gone.id);
    if (outcome.kind !== "done") return problemWords(outcome);
    keepUnsaved(gone.id, null);
    announce(texts.removed(gone.question));
    navigate(faqPath(null), { replace: true });
    await onChanged();
    return null;
  };

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "s" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  };

  return (
    <>
      <form
        className={styles.editor}
        aria-label={faq ? texts.edit : texts.make}
        noValidate
        onSubmit={onSubmit}
        onKeyDown={onKeyDown}
      >
        <div className={styles.head}>
          <Button
            kind="ghost"
            icon
            aria-label={faqSettingsTexts.back}
            onClick={() => navigate(faqPath(null))}
          >
            <Icon name="back" />
          </Button>
          <h2>{faq ? texts.edit : texts.make}</h2>
          {faq && (
            <Button kind="ghost" icon aria-label={texts.remove} onClick={() => setRemoving(true)}>
              <Icon name="trash" className={styles.trash} />
            </Button>
          )}
        </div>
        <Field
          label={texts.question}
          dir="auto"
          autoComplete="off"
          value={draft.question}
          hint={texts.questionHint}
          error={words(told.question)}
          onChange={({ target }) => change({ question: target.value })}
        />
        <AnswerField
          value={draft.answer}
          error={words(told.answer)}
          onChange={(answer) => change({ answer })}
        />
        <LanguageField value={draft.language} onChange={(language) => change({ language })} />
        {problem && (
          <p className={styles.problem} role="alert">
            <Icon name="alert" size={16} />
            {problem}
          </p>
        )}
        <div className={styles.actions}>
          <Button kind="ghost" disabled={!unsaved && faq !== null} onClick={discard}>
            {texts.discard}
          </Button>
          <Button kind="primary" type="submit" disabled={busy || (!unsaved && faq !== null)}>
            {busy ? texts.saving : texts.save}
          </Button>
        </div>
      </form>
      {isRemoving && faq && (
        <ConfirmDialog
          title={texts.removeTitle}
          text={texts.removeText(faq.question)}
          submit={texts.remove}
          onConfirm={() => remove(faq)}
          onClose={() => setRemoving(false)}
        />
      )}
    </>
  );
}
