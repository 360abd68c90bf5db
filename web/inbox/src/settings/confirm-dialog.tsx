import { type FormEvent, useRef, useState } from "react";
import { Dialog } from "../design/dialog.tsx";
import { Icon } from "../design/icon.tsx";
import { DialogActions } from "./dialog-actions.tsx";
import styles from "./dialog-form.module.css";

interface Props {
  readonly title: string;
  readonly text: string;
  readonly submit: string;
  /** What went wrong, or null when it is done. */
  readonly onConfirm: () => Promise<string | null>;
  readonly onClose: () => void;
}

/** Asks once more before something that others feel. */
export function ConfirmDialog({ title, text, submit, onConfirm, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const wrong = await onConfirm();
    setBusy(false);
    setProblem(wrong);
    if (wrong === null) dialog.current?.close();
  };

  return (
    <Dialog ref={dialog} title={title} onClose={onClose}>
      <form className={styles.form} onSubmit={confirm}>
        <p className={styles.text}>{text}</p>
        {problem && (
          <p className={styles.problem} role="alert">
            <Icon name="alert" size={16} />
            {problem}
          </p>
        )}
        <DialogActions
          submit={submit}
          danger
          busy={busy}
          onCancel={() => dialog.current?.close()}
        />
      </form>
    </Dialog>
  );
}
