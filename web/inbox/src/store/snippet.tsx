import { useEffect, useState } from "react";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { texts } from "../texts/en.ts";
import styles from "./snippet.module.css";

const CONFIRMED_MS = 3_000;

interface Props {
  readonly text: string;
  /** What it is. */
  readonly label?: string;
}

/** A line for another place, such as the one that puts the chat on a store's pages, with a button that copies it. */
export function Snippet({ text, label = texts.snippet.label }: Props) {
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), CONFIRMED_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    // Absent where the page is not served over https; the line can still be selected.
    await navigator.clipboard?.writeText(text);
    setCopied(true);
  };

  return (
    <figure className={styles.snippet}>
      <figcaption className="visually-hidden">{label}</figcaption>
      <pre>
        <code>{text}</code>
      </pre>
      {navigator.clipboard && (
        <Button kind="secondary" onClick={copy}>
          <Icon name={copied ? "check" : "copy"} />
          {copied ? texts.snippet.copied : texts.snippet.copy}
        </Button>
      )}
      <span className="visually-hidden" role="status">
        {copied && texts.snippet.copied}
      </span>
    </figure>
  );
}
