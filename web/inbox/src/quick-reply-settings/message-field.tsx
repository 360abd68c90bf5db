import { type ClipboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { Icon } from "../design/icon.tsx";
import { Menu, MenuEntry } from "../design/menu.tsx";
import { useMenu } from "../design/use-menu.ts";
import { EmojiButton } from "../emoji/emoji-button.tsx";
import { LinkButton } from "../links/link-button.tsx";
import { VARIABLES, type Variable } from "../quick-replies/variables.ts";
import styles from "../settings/items/text-box.module.css";
import { quickReplyTexts } from "../texts/en-quick-replies.ts";
import { quickReplySettingsTexts } from "../texts/en-quick-reply-settings.ts";
import { chipOf, hasTypedVariable, read, show } from "./message-content.ts";
import { PictureButton } from "./picture-button.tsx";

const texts = quickReplySettingsTexts.editor;

interface Props {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
  readonly onPicture: (file: File) => void;
  /** Under the text, within the same box. */
  readonly children: ReactNode;
}

/** A text with variables in it, which are chips: nobody types their names, and nobody breaks them. */
export function MessageField({ value, error, onChange, onPicture, children }: Props) {
  const field = useRef<HTMLDivElement>(null);
  const caret = useRef<Range | null>(null);
  const id = useId();
  const menu = useMenu();

  useLayoutEffect(() => {
    if (field.current && read(field.current) !== value) show(field.current, value);
  }, [value]);

  const changed = () => {
    if (field.current) onChange(read(field.current));
  };

  /** Where a chip goes: the menu takes the focus away. */
  const noteCaret = () => {
    const selection = getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
    if (range && field.current?.contains(range.commonAncestorContainer)) caret.current = range;
  };

  const insert = (piece: Node) => {
    const element = field.current;
    if (!element) return;
    element.focus();
    const range = caret.current ?? document.createRange();
    if (!caret.current) {
      range.selectNodeContents(element);
      range.collapse(false);
    }
    range.deleteContents();
    range.insertNode(piece);
    range.setStartAfter(piece);
    range.collapse(true);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    noteCaret();
    changed();
  };

  const insertVariable = (variable: Variable) => {
    menu.close();
    insert(chipOf(variable));
  };

  const beforeCaret = () => {
    if (!field.current) return "";
    const range = document.createRange();
    range.selectNodeContents(field.current);
    if (caret.current) range.setEnd(caret.current.startContainer, caret.current.startOffset);
    return range.toString();
  };

  const insertAddress = (address: string) => {
    insert(document.createTextNode(/\S$/.test(beforeCaret()) ? ` ${address}` : address));
  };

  const paste = (event: ClipboardEvent) => {
    event.preventDefault();
    // The only way in that the browser can undo.
    document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
  };

  return (
    <div className={styles.field}>
      <span id={`${id}-label`} className={styles.label}>
        {texts.message}
      </span>
      <div className={styles.box} data-invalid={error ? "" : undefined}>
        {/* biome-ignore lint/a11y/useSemanticElements: a textarea has no chips. */}
        <div
          ref={field}
          className={styles.text}
          role="textbox"
          tabIndex={0}
          aria-multiline="true"
          aria-labelledby={`${id}-label`}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          contentEditable
          suppressContentEditableWarning
          dir="auto"
          onInput={changed}
          onPaste={paste}
          onDrop={(event) => event.preventDefault()}
          onKeyUp={noteCaret}
          onPointerUp={noteCaret}
          onBlur={() => {
            noteCaret();
            if (!field.current || !hasTypedVariable(field.current)) return;
            show(field.current, value);
            caret.current = null;
          }}
          onKeyDown={(event) => {
            const formats = (event.ctrlKey || event.metaKey) && /^[biu]$/i.test(event.key);
            if (formats) event.preventDefault();
            if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
            if (event.nativeEvent.isComposing) return;
            event.preventDefault();
            document.execCommand("insertLineBreak");
          }}
        />
        <div className={styles.bar}>
          <div className={styles.menu}>
            <button
              type="button"
              {...menu.openerProps}
              className={styles.opener}
              // The caret stays in the text.
              onPointerDown={(event) => event.preventDefault()}
            >
              <Icon name="plus" size={16} />
              {texts.detail}
            </button>
            {menu.open && (
              <Menu {...menu.menuProps} label={texts.details} place="below">
                {VARIABLES.map((variable) => (
                  <MenuEntry key={variable} onChoose={() => insertVariable(variable)}>
                    {quickReplyTexts.variables[variable]}
                  </MenuEntry>
                ))}
              </Menu>
            )}
          </div>
          <EmojiButton onChoose={(sign) => insert(document.createTextNode(sign))} />
          <LinkButton onChoose={insertAddress} />
          <PictureButton onChoose={onPicture} />
        </div>
        {children}
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
