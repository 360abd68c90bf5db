import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { AttachButton } from "../attaching/attach-button.tsx";
import { useAttaching } from "../attaching/use-attaching.tsx";
import { Icon } from "../frame/icon.tsx";
import iconButton from "../frame/icon-button.module.css";
import { useSurroundings } from "../surroundings.ts";
import style from "./composer.module.css";
import { EmojiButton, emojiPart } from "./emoji-button.tsx";
import { lengthOf, MESSAGE_LIMIT } from "./length.ts";

export interface ComposerProps {
  send(text: string, files: readonly string[]): void;
}

/** Where the shopper writes. */
export function Composer({ send }: ComposerProps) {
  const { texts, times, touch, draft, chat } = useSurroundings();
  const [text, setText] = useState(draft.read());
  const field = useRef<HTMLTextAreaElement>(null);
  const { going, shown, attach, paste, sent } = useAttaching();
  const length = lengthOf(text.trim());
  const isTooLong = length > MESSAGE_LIMIT;
  const canSend = (length > 0 || going.length > 0) && !isTooLong;

  // It grows with what is written; browsers that can do so by style alone need no help.
  useLayoutEffect(() => {
    const area = field.current;
    if (!area || CSS.supports("field-sizing", "content")) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight}px`;
  }, [text]);

  function write(next: string) {
    setText(next);
    draft.write(next);
    if (next) chat.type();
  }

  /** In place of so many letters before the caret, and of what is selected. */
  function put(sign: string, instead = 0) {
    const area = field.current;
    if (!area) return;
    const { selectionStart, selectionEnd } = area;
    area.setRangeText(sign, selectionStart - instead, selectionEnd, "end");
    if (!touch) area.focus();
    write(area.value);
  }

  /** An emoji by its code, once its last colon is there. */
  function complete(before: string) {
    if (!/:[\w+-]+:$/.test(before)) return;
    emojiPart.fetch().then(
      ({ signOf }) => {
        const area = field.current;
        // Whoever has typed on meant it as it is.
        if (area?.value.slice(0, area.selectionStart) !== before) return;
        const [sign, length] = signOf(before);
        if (sign) put(sign, length);
      },
      () => {},
    );
  }

  function trySend() {
    if (!canSend) return;
    send(text.trim(), going);
    sent();
    write("");
  }

  function keyDown(event: KeyboardEvent) {
    // Enter that ends a composition of Japanese or Chinese only ends that. 229: how Safari tells.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key !== "Enter" || event.shiftKey || event.altKey || touch) return;
    event.preventDefault();
    trySend();
  }

  return (
    <form
      class={style.composer}
      onSubmit={(event) => {
        event.preventDefault();
        trySend();
      }}
    >
      {isTooLong && (
        <p id="composer-problem" class={style.problem} role="status">
          {texts.messageTooLong(times.number(length), times.number(MESSAGE_LIMIT))}
        </p>
      )}
      {shown}
      <div class={style.box}>
        <EmojiButton put={put} />
        <textarea
          ref={field}
          class={style.field}
          rows={1}
          // An empty field is the page's: its placeholder stands where the text will.
          {...(text ? { dir: "auto" as const } : {})}
          value={text}
          placeholder={texts.writeAMessage}
          aria-label={texts.writeAMessage}
          aria-invalid={isTooLong}
          aria-describedby="composer-problem"
          enterkeyhint={touch ? "enter" : "send"}
          data-first={!touch}
          onInput={(event) => {
            const { value, selectionStart } = event.currentTarget;
            write(value);
            complete(value.slice(0, selectionStart));
          }}
          onKeyDown={keyDown}
          onPaste={paste}
        />
        <AttachButton attach={attach} look={iconButton.button ?? ""} />
        <button
          type="submit"
          class={canSend ? `${style.send} ${style.ready}` : style.send}
          aria-label={texts.send}
          aria-disabled={!canSend}
          // Focus stays in the field, and a phone's keyboard open.
          onPointerDown={(event) => event.preventDefault()}
        >
          <Icon name="up" size={20} stroke={2} />
        </button>
      </div>
    </form>
  );
}
