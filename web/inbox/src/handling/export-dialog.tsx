import type { TranscriptChoice } from "@shopbell/sync/staff-api";
import { useRef, useState } from "react";
import { buttonStyle } from "../design/button-style.ts";
import { Dialog } from "../design/dialog.tsx";
import { Icon } from "../design/icon.tsx";
import { useLive } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import styles from "./dialogs.module.css";

const FORMATS = [
  ["html", texts.handling.exportHtml],
  ["json", texts.handling.exportJson],
] as const;

interface Props {
  readonly conversation: string;
  readonly onClose: () => void;
}

/** The whole thread as a file. */
export function ExportDialog({ conversation, onClose }: Props) {
  const { session } = useLive();
  const dialog = useRef<HTMLDialogElement>(null);
  const [format, setFormat] = useState<TranscriptChoice["format"]>("html");
  const [notes, setNotes] = useState(false);
  return (
    <Dialog ref={dialog} title={texts.handling.exportTitle} onClose={onClose}>
      <div className={styles.body}>
        <fieldset className={styles.choices}>
          <legend>{texts.handling.exportFormat}</legend>
          {FORMATS.map(([value, name]) => (
            <label key={value} className={styles.choice}>
              <input
                type="radio"
                name="transcript-format"
                checked={value === format}
                onChange={() => setFormat(value)}
              />
              {name}
            </label>
          ))}
        </fieldset>
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={notes}
            aria-describedby="transcript-notes-hint"
            onChange={({ target }) => setNotes(target.checked)}
          />
          {texts.handling.exportNotes}
        </label>
        <p id="transcript-notes-hint" className={styles.hint}>
          {texts.handling.exportNotesHint}
        </p>
      </div>
      <footer className={styles.footer}>
        <a
          className={buttonStyle({ kind: "primary" })}
          href={session.actions.transcriptUrl(conversation, { format, notes })}
          download=""
          onClick={() => dialog.current?.close()}
        >
          <Icon name="download" />
          {texts.handling.exportDo}
        </a>
      </footer>
    </Dialog>
  );
}
