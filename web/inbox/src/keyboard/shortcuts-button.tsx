import { lazy, Suspense, useState } from "react";
import { Icon } from "../design/icon.tsx";
import { texts } from "../texts/en.ts";
import styles from "./shortcuts-button.module.css";
import { useShortcut } from "./use-shortcut.ts";

const ShortcutsDialog = lazy(() =>
  import("./shortcuts-dialog.tsx").then((module) => ({ default: module.ShortcutsDialog })),
);

/** Opens the list of keys, as `?` does. */
export function ShortcutsButton() {
  const [open, setOpen] = useState(false);
  useShortcut("?", () => setOpen(true));
  return (
    <>
      <button
        type="button"
        className={styles.button}
        title={texts.shell.shortcuts}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon name="keyboard" />
        <span>{texts.shell.shortcuts}</span>
      </button>
      {open && (
        <Suspense>
          <ShortcutsDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
