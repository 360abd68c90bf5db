import type {
  QuickReply,
  QuickReplyAnswer,
  QuickReplyDraft,
} from "@shopbell/protocol/quick-replies";
import type { Outcome } from "@shopbell/sync/http";
import { type QuickRepliesApi, quickReplyPicture } from "@shopbell/sync/quick-replies-api";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { useLocation } from "wouter";
import { announce } from "../announce/announce.ts";
import { Button } from "../design/button.tsx";
import { Field } from "../design/field.tsx";
import { Icon } from "../design/icon.tsx";
import { useLive } from "../live/live.ts";
import styles from "../settings/items/item-editor.module.css";
import { quickReplySettingsTexts } from "../texts/en-quick-reply-settings.ts";
import { type Mistakes, mistakesIn, shortcutOf } from "./check.ts";
import { choosePicture } from "./choose-picture.ts";
import { type ChosenPicture, keepUnsaved, useUnsaved } from "./drafts.ts";
import { MessageField } from "./message-field.tsx";
import { replyPath } from "./paths.ts";
import { PictureLine } from "./picture-line.tsx";
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

type Change = Partial<QuickReplyDraft> & { readonly picture?: ChosenPicture | null | undefined };

/** Changes one quick reply, or makes one. What is not saved stays until it is discarded. */
export function ReplyEditor({ api, reply, others, begun, onChanged }: Props) {
  const [, navigate] = useLocation();
  const { store } = useLive();
  const key = reply?.id ?? "new";
  const unsaved = useUnsaved().get(key);
  const saved = reply ?? begun;
  const draft = unsaved ?? saved;
  const [newId] = useState(() => crypto.randomUUID());
  const [told, setTold] = useState<Mistakes>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [isRemoving, setRemoving] = useState(false);

  const picture = unsaved?.picture;
  const shownPicture = pictureOf(store.id, reply, picture);

  const change = (part: Change) => {
    const { title, shortcut, text } = { ...draft, ...part };
    const next = "picture" in part ? part.picture : picture;
    const isAsSaved =
      title === saved.title &&
      shortcut === saved.shortcut &&
      text === saved.text &&
      next === undefined;
    const kept = { title, shortcut, text, ...(next !== undefined && { picture: next }) };
    keepUnsaved(key, isAsSaved ? null : kept);
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

  const addPicture = async (file: File) => {
    const chosen = await choosePicture(file);
    if (typeof chosen === "string") setProblem(chosen);
    else change({ picture: chosen });
  };
  const removePicture = () => change({ picture: reply?.picture ? null : undefined });

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
    const { title, text } = draft;
    const written = await api.save(id, { title, shortcut: shortcutOf(draft.shortcut), text });
    const outcome = written.kind === "done" ? await savePicture(id, written) : written;
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

  /** After the text: a picture is of something. */
  const savePicture = (id: string, written: Outcome<QuickReplyAnswer>) => {
    if (picture === undefined) return written;
    return picture ? api.savePicture(id, picture.file, picture.name) : api.removePicture(id);
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
          onPicture={(file) => void addPicture(file)}
        >
          {shownPicture && <PictureLine {...shownPicture} onRemove={removePicture} />}
        </MessageField>
        <ReplyPreview text={draft.text} picture={shownPicture?.src ?? null} />
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

/** What is to be seen of a picture: the one that was chosen, or else the one that is saved. */
function pictureOf(
  store: string,
  reply: QuickReply | null,
  chosen: ChosenPicture | null | undefined,
): { readonly src: string; readonly name: string } | null {
  if (chosen) return { src: chosen.preview, name: chosen.name };
  if (chosen === null || !reply?.picture) return null;
  return { src: quickReplyPicture(store, reply, "thumbnail"), name: reply.picture.name };
}
