import { isGone } from "@shopbell/sync/inbox";
import { type FocusEvent, useEffect, useState } from "react";
import { Icon } from "../design/icon.tsx";
import { Keys } from "../design/keys.tsx";
import { RichText } from "../design/rich-text.tsx";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { useLiveState } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import styles from "./toaster.module.css";
import { onToast, type Toast } from "./toasts.ts";

const SHOWN_MS = 8_000;
/** Who was looking elsewhere may still take it back with the key. */
const UNDOABLE_MS = 30_000;

interface Shown {
  readonly toast: Toast;
  readonly at: number;
}

/** What can still be taken back, the last of it last. */
type Undoable = readonly Shown[];

/** Where toasts appear: one at a time, for as long as nobody points at it or has the focus in it. */
export function Toaster() {
  const [shown, setShown] = useState<Shown | null>(null);
  const [undoable, setUndoable] = useState<Undoable>([]);
  const [held, setHeld] = useState(false);
  const named = shown?.toast.conversation;
  const gone = useLiveState(({ inbox }) => named !== undefined && isGone(inbox, named));

  useEffect(
    () =>
      onToast((toast) => {
        const next = { toast, at: Date.now() };
        setShown(next);
        if (toast.undo) setUndoable((before) => [...stillUndoable(before), next]);
        setHeld(false);
      }),
    [],
  );
  useEffect(() => {
    if (!shown || held) return;
    const timer = setTimeout(() => setShown(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown, held]);

  const undo = (one: Shown) => {
    setShown(null);
    setUndoable((before) => before.filter((each) => each !== one));
    one.toast.undo?.();
  };
  // Again and again it goes back step by step.
  useShortcut("z", () => {
    const last = stillUndoable(undoable).at(-1);
    if (last) undo(last);
  });

  const holding = {
    onPointerEnter: () => setHeld(true),
    onPointerLeave: () => setHeld(false),
    onFocus: () => setHeld(true),
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) =>
      setHeld(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)),
  };
  return (
    <div role="status" className={styles.place}>
      {shown && !gone && (
        <div key={shown.at} className={styles.toast} {...holding}>
          <p>
            <RichText text={shown.toast.text} />
          </p>
          {shown.toast.undo && (
            <>
              <button type="button" className={styles.undo} onClick={() => undo(shown)}>
                {texts.toast.undo}
              </button>
              <span className={styles.key}>
                <Keys keys={["Z"]} />
              </span>
            </>
          )}
          <button
            type="button"
            className={styles.close}
            aria-label={texts.toast.close}
            onClick={() => setShown(null)}
          >
            <Icon name="close" size={16} />
          </button>
        </div>
      )}
    </div>
  );
}

function stillUndoable(all: Undoable): Undoable {
  return all.filter(({ at }) => Date.now() - at < UNDOABLE_MS);
}
