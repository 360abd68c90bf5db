import { type ReactNode, type RefObject, useEffect, useId } from "react";
import { texts } from "../texts/en.ts";
import { Button } from "./button.tsx";
import styles from "./dialog.module.css";
import { Icon } from "./icon.tsx";

interface Props {
  readonly ref: RefObject<HTMLDialogElement | null>;
  readonly title: string;
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What somebody is to type. */
const FIELD = "input:not([type=checkbox], [type=radio], [type=file]), textarea";

/**
 * Asks for the whole attention. The browser brings the focus in, to the first button there is, keeps it in, closes with Esc
 * and gives it back. Where there is something to type, one begins with that.
 */
export function Dialog({ ref, title, wide = false, onClose, children }: Props) {
  const titleId = useId();
  useEffect(() => {
    ref.current?.showModal();
    ref.current?.querySelector<HTMLElement>(FIELD)?.focus();
  }, [ref]);
  return (
    <dialog
      ref={ref}
      className={styles.dialog}
      aria-labelledby={titleId}
      data-wide={wide ? "" : undefined}
      onClose={onClose}
    >
      <header>
        <h2 id={titleId} dir="auto">
          {title}
        </h2>
        <Button
          kind="ghost"
          icon
          aria-label={texts.keyboard.close}
          onClick={() => ref.current?.close()}
        >
          <Icon name="close" />
        </Button>
      </header>
      {children}
    </dialog>
  );
}
