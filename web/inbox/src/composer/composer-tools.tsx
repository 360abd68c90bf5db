import { lazy, type RefObject, Suspense, useRef, useState } from "react";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { texts } from "../texts/en.ts";
import styles from "./composer-tools.module.css";

const EmojiPicker = lazy(() =>
  import("../emoji/emoji-picker.tsx").then((module) => ({ default: module.EmojiPicker })),
);

interface Props {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onWrite: (text: string) => void;
  /** Absent where there are none to insert. */
  readonly onQuickReplies: (() => void) | undefined;
}

/** What a text can be helped along with. */
export function ComposerTools({ field, onWrite, onQuickReplies }: Props) {
  const [isPicking, setPicking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);

  const insert = (sign: string) => {
    const element = field.current;
    setPicking(false);
    if (!element) return;
    const { value, selectionStart, selectionEnd } = element;
    const caret = selectionStart + sign.length;
    element.focus();
    onWrite(value.slice(0, selectionStart) + sign + value.slice(selectionEnd));
    // React writes the text first, and puts the caret to its end.
    queueMicrotask(() => element.setSelectionRange(caret, caret));
  };

  return (
    <div className={styles.tools}>
      <Button
        kind="ghost"
        icon
        ref={opener}
        aria-label={texts.composer.emoji}
        aria-haspopup="dialog"
        aria-expanded={isPicking}
        data-wide=""
        // A press outside closes it, and this is one.
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => setPicking(!isPicking)}
      >
        <Icon name="smile" />
      </Button>
      {onQuickReplies && (
        <Button
          kind="ghost"
          icon
          aria-label={texts.composer.quickReplies}
          // The caret stays where the quick reply is to go.
          onPointerDown={(event) => event.preventDefault()}
          onClick={onQuickReplies}
        >
          <Icon name="bolt" />
        </Button>
      )}
      {isPicking && (
        <Suspense>
          <EmojiPicker
            onChoose={insert}
            onClose={() => {
              setPicking(false);
              opener.current?.focus();
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
