import { useRef, useState } from "preact/hooks";
import { Icon } from "../frame/icon.tsx";
import iconButton from "../frame/icon-button.module.css";
import { useSurroundings } from "../surroundings.ts";
import { partOf, useFetched } from "../use-fetched.ts";

export const emojiPart = partOf(() => import("../emoji/emoji-picker.tsx"));

/** Opens the emoji, above where one writes. */
export function EmojiButton({ put }: { put(sign: string): void }) {
  const { texts, touch } = useSurroundings();
  const [isOpen, setOpen] = useState(false);
  const Picker = useFetched(isOpen, emojiPart)?.EmojiPicker;
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={opener}
        type="button"
        class={iconButton.button}
        aria-label={texts.emoji}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        // A press outside closes them, and this is one.
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="smile" size={20} />
      </button>
      {isOpen && Picker && (
        <Picker
          touch={touch}
          choose={(sign) => {
            setOpen(false);
            put(sign);
          }}
          close={() => {
            setOpen(false);
            opener.current?.focus();
          }}
        />
      )}
    </>
  );
}
