import { useId, useRef } from "react";
import { Icon } from "../design/icon.tsx";
import { EmojiButton } from "../emoji/emoji-button.tsx";
import { LinkButton } from "../links/link-button.tsx";
import styles from "../settings/items/text-box.module.css";
import { faqSettingsTexts } from "../texts/en-faq-settings.ts";
import { ANSWER_LENGTH, lengthOf } from "./check.ts";

const texts = faqSettingsTexts.editor;

interface Props {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

/** What shoppers read: text on some lines, with links and emoji. */
export function AnswerField({ value, error, onChange }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);

  const insert = (text: string, spaced = false) => {
    const element = field.current;
    if (!element) return;
    const { selectionStart, selectionEnd } = element;
    const before = value.slice(0, selectionStart);
    const after = value.slice(selectionEnd);
    const start = spaced && /\S$/.test(before) ? " " : "";
    const end = spaced && /^\S/.test(after) ? " " : "";
    const caret = (before + start + text + end).length;
    element.focus();
    onChange(before + start + text + end + after);
    // React writes the text first, and puts the caret to its end.
    queueMicrotask(() => element.setSelectionRange(caret, caret));
  };

  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {texts.answer}
      </label>
      <div className={styles.box} data-invalid={error ? "" : undefined}>
        <textarea
          ref={field}
          id={id}
          className={styles.text}
          rows={5}
          dir="auto"
          value={value}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : `${id}-count`}
          onChange={({ target }) => onChange(target.value)}
        />
        <div className={styles.bar}>
          <EmojiButton onChoose={insert} />
          <LinkButton onChoose={(address) => insert(address, true)} />
          <span id={`${id}-count`} className={styles.count}>
            {texts.count(lengthOf(value), ANSWER_LENGTH)}
          </span>
        </div>
      </div>
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          <Icon name="alert" size={15} />
          {error}
        </p>
      )}
    </div>
  );
}
