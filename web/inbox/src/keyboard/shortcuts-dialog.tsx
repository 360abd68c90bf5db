import { useRef, useState } from "react";
import { CommandKeys } from "../commands/command-keys.tsx";
import { commandsNow } from "../commands/commands.ts";
import { Dialog } from "../design/dialog.tsx";
import { texts } from "../texts/en.ts";
import { isApple, SEND_AND_RESOLVE } from "./platform.ts";
import styles from "./shortcuts-dialog.module.css";
import { letSingleKeysWork, singleKeysWork } from "./single-keys.ts";

interface Shortcut {
  readonly name: string;
  /** As in [Binding]; several that do the same. */
  readonly keys: readonly string[];
}

const HERE: readonly Shortcut[] = [
  { name: texts.keyboard.next, keys: ["j", "↓"] },
  { name: texts.keyboard.previous, keys: ["k", "↑"] },
  { name: texts.keyboard.views, keys: ["v"] },
  { name: texts.keyboard.select, keys: ["x"] },
  { name: texts.keyboard.reply, keys: ["r"] },
  { name: texts.keyboard.note, keys: ["n"] },
  { name: texts.composer.shop, keys: ["p"] },
  { name: texts.keyboard.resolve, keys: ["e"] },
  { name: texts.keyboard.undo, keys: ["z"] },
  { name: texts.thread.profile, keys: ["i"] },
  { name: texts.handling.assign, keys: ["a"] },
  { name: texts.handling.unassign, keys: ["Shift+a"] },
  { name: texts.handling.markUnread, keys: ["u"] },
  { name: texts.handling.labels, keys: ["l"] },
  { name: texts.handling.export, keys: ["t"] },
];

const WRITING: readonly Shortcut[] = [
  { name: texts.keyboard.send, keys: ["Enter"] },
  { name: texts.composer.sendAndResolve, keys: [SEND_AND_RESOLVE] },
  { name: texts.keyboard.newLine, keys: ["Shift+Enter"] },
  { name: texts.keyboard.leaveField, keys: ["Esc"] },
];

const EVERYWHERE: readonly Shortcut[] = [
  { name: texts.keyboard.commands, keys: [isApple ? "⌘+K" : "Ctrl+K"] },
  { name: texts.keyboard.panes, keys: ["F6"] },
  { name: texts.keyboard.help, keys: ["?"] },
];

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);

  return (
    <Dialog ref={dialog} title={texts.keyboard.title} onClose={onClose} wide>
      <div className={styles.lists}>
        <Shortcuts title={texts.keyboard.conversations} shortcuts={HERE} />
        <Shortcuts title={texts.keyboard.writing} shortcuts={WRITING} />
        <Shortcuts title={texts.keyboard.everywhere} shortcuts={EVERYWHERE} />
        <Shortcuts title={texts.keyboard.places} shortcuts={placesNow()} />
      </div>
      <SingleKeysSwitch />
    </Dialog>
  );
}

/** Where one can go by keys is what the palette offers. */
function placesNow(): readonly Shortcut[] {
  return commandsNow().flatMap(({ group, name, keys }) =>
    group === "place" && keys ? [{ name, keys: [keys] }] : [],
  );
}

function Shortcuts(props: { readonly title: string; readonly shortcuts: readonly Shortcut[] }) {
  return (
    <section>
      <h3>{props.title}</h3>
      <dl>
        {props.shortcuts.map(({ name, keys }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {keys.map((each) => (
                <CommandKeys key={each} keys={each} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
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
