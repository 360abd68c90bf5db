import type { Writing } from "@shopbell/sync/writing";
import { useEffect, useRef, useState } from "react";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { useLive } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import { exactTime } from "../time/format.ts";
import styles from "./stranded-dialog.module.css";
import { useStranded } from "./use-stranded.ts";

/** What one typed, to take elsewhere or to delete. Of the customer nothing is left to show. */
export function StrandedDialog({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const drafts = useStranded();

  useEffect(() => {
    // It brings the focus in, keeps it in, closes with Esc and gives it back.
    dialog.current?.showModal();
  }, []);

  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="stranded" onClose={onClose}>
      <header>
        <h2 id="stranded">{texts.stranded.title}</h2>
        <Button
          kind="ghost"
          icon
          aria-label={texts.stranded.close}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </Button>
      </header>
      <p>{texts.stranded.why}</p>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.conversation}>
            <StrandedDraft draft={draft} />
          </li>
        ))}
      </ul>
    </dialog>
  );
}

function StrandedDraft({ draft }: { readonly draft: Writing }) {
  const { session } = useLive();
  const [copied, setCopied] = useState(false);
  const at = new Date(draft.at).toISOString();
  const copy = () =>
    void navigator.clipboard.writeText(draft.text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <article className={styles.draft}>
      <time dateTime={at}>{exactTime(at)}</time>
      <p dir="auto">{draft.text}</p>
      <div className={styles.actions}>
        {/* Absent where the page is not served over https; the text can still be selected. */}
        {navigator.clipboard && (
          <Button kind="secondary" size="small" onClick={copy}>
            {copied ? texts.stranded.copied : texts.stranded.copy}
          </Button>
        )}
        <Button kind="ghost" size="small" onClick={() => session.discardDraft(draft.conversation)}>
          {texts.stranded.delete}
        </Button>
      </div>
    </article>
  );
}
