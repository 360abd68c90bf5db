import type { QuickRepliesImported } from "@shopbell/protocol/quick-replies";
import type { QuickRepliesApi } from "@shopbell/sync/quick-replies-api";
import { type FormEvent, useId, useRef, useState } from "react";
import { Dialog } from "../design/dialog.tsx";
import { Icon } from "../design/icon.tsx";
import { DialogActions } from "../settings/dialog-actions.tsx";
import form from "../settings/dialog-form.module.css";
import { quickReplySettingsTexts } from "../texts/en-quick-reply-settings.ts";
import { textOf } from "./file-text.ts";
import styles from "./import-dialog.module.css";
import { problemWords } from "./problem-words.ts";

const texts = quickReplySettingsTexts.importing;

interface Props {
  readonly api: QuickRepliesApi;
  readonly onDone: (text: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Says first what a file would do, or what is wrong in which line of it; then does all of it. */
export function ImportDialog({ api, onDone, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [csv, setCsv] = useState("");
  const [tried, setTried] = useState<QuickRepliesImported | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const run = async (text: string, dryRun: boolean) => {
    setBusy(true);
    const outcome = await api.importFile(text, dryRun);
    setBusy(false);
    setProblem(outcome.kind === "done" ? null : problemWords(outcome));
    return outcome.kind === "done" ? outcome.value : null;
  };

  const choose = async (file: File | undefined) => {
    setTried(null);
    setProblem(null);
    if (!file) return;
    const text = await textOf(file);
    setCsv(text);
    setTried(await run(text, true));
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run(csv, false);
    if (done && done.mistakes.length > 0) setTried(done);
    else if (done) {
      await onDone(texts.done(done.added, done.changed));
      dialog.current?.close();
    }
  };

  const isReady = tried !== null && tried.mistakes.length === 0 && tried.added + tried.changed > 0;
  return (
    <Dialog ref={dialog} title={texts.title} onClose={onClose}>
      <form className={form.form} onSubmit={submit}>
        <p className={form.text}>{texts.intro}</p>
        <div className={styles.file}>
          <label htmlFor={id}>{texts.file}</label>
          <input
            id={id}
            type="file"
            accept=".csv,text/csv"
            onChange={({ target }) => void choose(target.files?.[0])}
          />
        </div>
        <div role="status">{busy ? texts.reading : tried && <Tried tried={tried} />}</div>
        {problem && (
          <p className={form.problem} role="alert">
            <Icon name="alert" size={16} />
            {problem}
          </p>
        )}
        <DialogActions
          submit={texts.submit}
          busy={busy || !isReady}
          onCancel={() => dialog.current?.close()}
        />
      </form>
    </Dialog>
  );
}

function Tried({ tried }: { readonly tried: QuickRepliesImported }) {
  const { added, changed, mistakes } = tried;
  if (mistakes.length === 0) {
    return <p>{added + changed === 0 ? texts.nothing : texts.will(added, changed)}</p>;
  }
  return (
    <>
      <p className={styles.wrong}>{texts.wrong(mistakes.length)}</p>
      <ul className={styles.mistakes}>
        {mistakes.map(({ line, code, field }) => (
          <li key={`${line} ${code} ${field}`}>
            <b>{texts.line(line)}</b>
            {quickReplySettingsTexts.refusals[code]?.("") ?? code}
          </li>
        ))}
      </ul>
    </>
  );
}
