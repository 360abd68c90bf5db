import { lazy, Suspense, useEffect, useState } from "react";
import { Icon } from "../design/icon.tsx";
import { Keys } from "../design/keys.tsx";
import { isApple } from "../keyboard/platform.ts";
import { texts } from "../texts/en.ts";
import styles from "./jump-to.module.css";
import { usePlaces } from "./use-places.ts";

const load = () => import("./command-palette.tsx");
const CommandPalette = lazy(() => load().then((module) => ({ default: module.CommandPalette })));

/** Opens the command palette, as Cmd K does, or Ctrl K. */
export function JumpTo() {
  const [open, setOpen] = useState(false);
  usePlaces();
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!(isApple ? event.metaKey : event.ctrlKey) || event.shiftKey || event.altKey) return;
      if (event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      // Nothing opens above a dialog that waits for an answer.
      if (!document.querySelector("dialog[open]")) setOpen(true);
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, []);

  return (
    <>
      <button
        type="button"
        className={styles.field}
        title={texts.commands.jump}
        aria-haspopup="dialog"
        aria-keyshortcuts={isApple ? "Meta+K" : "Control+K"}
        onClick={() => setOpen(true)}
        onPointerEnter={() => void load()}
      >
        <Icon name="search" />
        <span className={styles.word}>{texts.commands.jump}</span>
        <span className={styles.keys} aria-hidden="true">
          <Keys keys={isApple ? ["⌘", "K"] : ["Ctrl", "K"]} />
        </span>
      </button>
      {open && (
        <Suspense>
          <CommandPalette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
