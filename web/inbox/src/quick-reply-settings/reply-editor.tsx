import type { QuickReply, QuickReplyDraft } from "@shopbell/protocol/quick-replies";
import type { QuickRepliesApi } from "@shopbell/sync/quick-replies-api";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { useLocation } from "wouter";
import { announce } from "../announce/announce.ts";
import { Button } from "../design/button.tsx";
import { Field } from "../design/field.tsx";
import { Icon } from "../design/icon.tsx";
import styles from "../settings/items/item-editor.module.css";
import { quickReplySettingsTexts } from "../texts/en-quick-reply-settings.ts";
import { type Mistakes, mistakesIn, shortcutOf } from "./check.ts";
import { keepUnsaved, useUnsaved } from "./drafts.ts";
import { MessageField } from "./message-field.tsx";
import { replyPath } from "./paths.ts";
import { problemWords } from "./problem-words.ts";
import { RemoveDialog } from "./remove-dialog.tsx";
import { ReplyPreview } from "./reply-preview.tsx";

const texts = quickReplySettingsTexts.editor;

interface Props {
  readonly api: QuickRepliesApi;
  /** Null for a new one. */
  readonly reply: QuickReply | null;
  /** The others' shortcuts are taken. */
  readonly others: readonly QuickReply[];
  readonly begun: QuickReplyDraft;
  readonly onChanged: () => Promise<void>;
}

/** Changes one quick reply, or makes one. What is not saved stays until it is discarded. */
export function ReplyEditor({ api, reply, others, begun, onChanged }: Props) {
  const [, navigate] = useLocation();
  const key = reply?.id ?? "new";
  const unsaved = useUnsaved().get(key);
  const saved = reply ?? begun;
  const draft = unsaved ?? saved;
  const [newId] = useState(() => crypto.randomUUID());
  const [told, setTold] = useState<Mistakes>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [isRemoving, setRemoving] = useState(false);

  const change = (part: Partial<QuickReplyDraft>) => {
    const { title, shortcut, text } = { ...draft, ...part };
    const isAsSaved = title === saved.title && shortcut === saved.shortcut && text === saved.text;
    keepUnsaved(key, isAsSaved ? null : { title, shortcut, text });
    setProblem(null);
    setTold((before) =>
      Object.fromEntries(Object.entries(before).filter(([field]) => !(field in part))),
    );
  };

  // That a word is taken is said while it is typed.
  const now = mistakesIn(draft, others);
  const mistakes: Mistakes = {
    ...told,
    ...(now.shortcut === "shortcut_taken" && { shortcut: now.shortcut }),
  };
  const words = (code: string | undefined) =>
    code && quickReplySettingsTexts.refusals[code]?.(shortcutOf(draft.shortcut));

  const discard = () => {
    keepUnsaved(key, null);
    setTold({});
    setProblem(null);
    if (!reply) navigate(replyPath(null));
  };

  const save = async () => {
    setTold(now);
    if (Object.keys(now).length > 0 || busy) return;
    setBusy(true);
    const id = reply?.id ?? newId;
    const outcome = await api.save(id, { ...draft, shortcut: shortcutOf(draft.shortcut) });
    setBusy(false);
    if (outcome.kind !== "done") {
      const { field, code } = outcome.kind === "refused" ? outcome : { field: null, code: "" };
      if (field && field in draft) setTold({ [field]: code });
      else setProblem(problemWords(outcome, shortcutOf(draft.shortcut)));
      return;
    }
    await onChanged();
    keepUnsaved(key, null);
    announce(texts.saved(draft.title));
    if (!reply) navigate(replyPath(id), { replace: true });
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
        aria-label={reply ? texts.edit : texts.make}
        noValidate
        onSubmit={onSubmit}
        onKeyDown={onKeyDown}
      >
        <div className={styles.head}>
          <Button
            kind="ghost"
            icon
            aria-label={quickReplySettingsTexts.back}
            onClick={() => navigate(replyPath(null))}
          >
            <Icon name="back" />
          </Button>
          <h2>{reply ? texts.edit : texts.make}</h2>
          {reply && (
            <Button kind="ghost" icon aria-label={texts.remove} onClick={() => setRemoving(true)}>
              <Icon name="trash" className={styles.trash} />
            </Button>
          )}
        </div>
        <Field
          label={texts.title}
          dir="auto"
          autoComplete="off"
          value={draft.title}
          error={words(mistakes.title)}
          onChange={({ target }) => change({ title: target.value })}
        />
        <Field
          label={texts.shortcut}
          dir="auto"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={draft.shortcut}
          start="/"
          hint={texts.shortcutHint(shortcutOf(draft.shortcut))}
          error={words(mistakes.shortcut)}
          onChange={({ target }) => change({ shortcut: target.value })}
        />
        <MessageField
          value={draft.text}
          error={words(mistakes.text)}
          onChange={(text) => change({ text })}
        />
        <ReplyPreview text={draft.text} />
        {problem && (
          <p className={styles.problem} role="alert">
            <Icon name="alert" size={16} />
            {problem}
          </p>
        )}
        <div className={styles.actions}>
          <Button kind="ghost" disabled={!unsaved && reply !== null} onClick={discard}>
            {texts.discard}
          </Button>
          <Button kind="primary" type="submit" disabled={busy || (!unsaved && reply !== null)}>
            {busy ? texts.saving : texts.save}
          </Button>
        </div>
      </form>
      {isRemoving && reply && (
        <RemoveDialog
          api={api}
          reply={reply}
          onChanged={onChanged}
          onClose={() => setRemoving(false)}
        />
      )}
    </>
  );
}
