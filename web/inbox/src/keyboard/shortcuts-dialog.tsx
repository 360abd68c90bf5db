import { useEffect, useRef, useState } from "react";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { Keys } from "../design/keys.tsx";
import { texts } from "../texts/en.ts";
import styles from "./shortcuts-dialog.module.css";
import { letSingleKeysWork, singleKeysWork } from "./single-keys.ts";

const SHORTCUTS: readonly (readonly [string, readonly string[]])[] = [
  [texts.keyboard.next, ["J", "↓"]],
  [texts.keyboard.previous, ["K", "↑"]],
  [texts.keyboard.reply, ["R"]],
  [texts.keyboard.send, ["Enter"]],
  [texts.keyboard.newLine, ["Shift", "Enter"]],
  [texts.keyboard.leaveField, ["Esc"]],
  [texts.keyboard.panes, ["F6"]],
  [texts.keyboard.help, ["?"]],
];

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    // It brings the focus in, keeps it in, closes with Esc and gives it back.
    dialog.current?.showModal();
  }, []);

  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="shortcuts" onClose={onClose}>
      <header>
        <h2 id="shortcuts">{texts.keyboard.title}</h2>
        <Button
          kind="ghost"
          icon
          aria-label={texts.keyboard.close}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </Button>
      </header>
      <dl>
        {SHORTCUTS.map(([name, keys]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
      <SingleKeysSwitch />
    </dialog>
  );
}

function SingleKeysSwitch() {
  const [work, setWork] = useState(singleKeysWork);
  return (
    <div className={styles.choice}>
      <label htmlFor="single-keys">{texts.keyboard.singleKeys}</label>
      <input
        id="single-keys"
        type="checkbox"
        role="switch"
        aria-describedby="single-keys-hint"
        checked={work}
        aria-checked={work}
        onChange={({ target }) => {
          letSingleKeysWork(target.checked);
          setWork(target.checked);
        }}
      />
      <p id="single-keys-hint">{texts.keyboard.singleKeysHint}</p>
    </div>
  );
}
