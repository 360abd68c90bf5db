import type { RefObject } from "react";
import { Icon } from "../design/icon.tsx";
import { unfilledIn } from "../quick-replies/variables.ts";
import { texts } from "../texts/en.ts";
import styles from "./unfilled-line.module.css";

interface Props {
  readonly text: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** Says that a quick reply speaks of something that is not known, for as long as it does. */
export function UnfilledLine({ text, field }: Props) {
  const gap = unfilledIn(text);
  if (!gap) return null;
  return (
    <p className={styles.line}>
      <Icon name="alert" size={15} />
      <span role="status">{texts.composer.unfilled}</span>
      <button
        type="button"
        onClick={() => {
          field.current?.focus();
          field.current?.setSelectionRange(gap.start, gap.end);
        }}
      >
        {texts.composer.unfilledShow}
      </button>
    </p>
  );
}
