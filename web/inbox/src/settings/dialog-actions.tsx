import { Button } from "../design/button.tsx";
import { settingsTexts } from "../texts/en-settings.ts";
import styles from "./dialog-form.module.css";

interface Props {
  readonly submit: string;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly onCancel: () => void;
}

export function DialogActions({ submit, danger = false, busy, onCancel }: Props) {
  return (
    <div className={styles.actions}>
      <Button kind="secondary" onClick={onCancel}>
        {settingsTexts.cancel}
      </Button>
      <Button kind={danger ? "danger" : "primary"} type="submit" disabled={busy}>
        {submit}
      </Button>
    </div>
  );
}
