import { useRef } from "react";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { texts } from "../texts/en.ts";
import styles from "./dialogs.module.css";

interface Props {
  readonly name: string;
  readonly onBlock: () => void;
  readonly onClose: () => void;
}

/** Asks before somebody is refused. */
export function BlockDialog({ name, onBlock, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <Dialog ref={dialog} title={texts.handling.blockTitle(name)} onClose={onClose}>
      <div className={styles.body}>
        <p>{texts.handling.blockText}</p>
      </div>
      <footer className={styles.footer}>
        <Button kind="secondary" onClick={() => dialog.current?.close()}>
          {texts.handling.cancel}
        </Button>
        <Button
          kind="danger"
          onClick={() => {
            dialog.current?.close();
            onBlock();
          }}
        >
          {texts.handling.blockDo}
        </Button>
      </footer>
    </Dialog>
  );
}
