import type { RefObject } from "react";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { EmojiButton } from "../emoji/emoji-button.tsx";
import { texts } from "../texts/en.ts";
import styles from "./composer-tools.module.css";

interface Props {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onWrite: (text: string) => void;
  /** Absent where there are none to insert. */
  readonly onQuickReplies: (() => void) | undefined;
  /** The same of the shop's products and discount codes. */
  readonly onShop: (() => void) | undefined;
}

/** What a text can be helped along with. */
export function ComposerTools({ field, onWrite, onShop, onQuickReplies }: Props) {
  const insert = (sign: string) => {
    const element = field.current;
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
      <EmojiButton onChoose={insert} />
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
      {onShop && (
        <Button
          kind="ghost"
          icon
          aria-label={texts.composer.shop}
          aria-haspopup="dialog"
          onClick={onShop}
        >
          <Icon name="tag" />
        </Button>
      )}
    </div>
  );
}
