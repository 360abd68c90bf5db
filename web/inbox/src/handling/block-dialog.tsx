import { useRef, useState } from "react";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { texts } from "../texts/en.ts";
import styles from "./dialogs.module.css";

interface Props {
  readonly name: string;
  /** With `network` also newcomers from the same network address. */
  readonly onBlock: (network: boolean) => void;
  readonly onClose: () => void;
}

/** Asks before somebody is refused. */
export function BlockDialog({ name, onBlock, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [network, setNetwork] = useState(false);
  return (
    <Dialog ref={dialog} title={texts.handling.blockTitle(name)} onClose={onClose}>
      <div className={styles.body}>
        <p>{texts.handling.blockText}</p>
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={network}
            onChange={(event) => setNetwork(event.target.checked)}
          />
          {texts.handling.blockNetwork}
        </label>
      </div>
      <footer className={styles.footer}>
        <Button kind="secondary" onClick={() => dialog.current?.close()}>
          {texts.handling.cancel}
        </Button>
        <Button
          kind="danger"
          onClick={() => {
            dialog.current?.close();
            onBlock(network);
          }}
        >
          {texts.handling.blockDo}
        </Button>
      </footer>
    </Dialog>
  );
}
