import { useState } from "react";
import { fileTexts } from "../texts/en-files.ts";
import styles from "./description-field.module.css";

interface Props {
  readonly name: string;
  readonly alt: string;
  readonly onDone: (alt: string) => void;
}

const LONGEST = 500;

/** What an image or a video shows, in words. Leaving it keeps them, Esc does not. */
export function DescriptionField({ name, alt, onDone }: Props) {
  const [text, setText] = useState(alt);
  return (
    <input
      className={styles.field}
      aria-label={fileTexts.describeLabel(name)}
      placeholder={fileTexts.describeHint}
      dir="auto"
      maxLength={LONGEST}
      value={text}
      // biome-ignore lint/a11y/noAutofocus: it was asked for with the button it takes the place of.
      autoFocus
      onChange={(event) => setText(event.target.value)}
      onBlur={() => onDone(text.trim())}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key !== "Enter" && event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onDone(event.key === "Enter" ? text.trim() : alt);
      }}
    />
  );
}
