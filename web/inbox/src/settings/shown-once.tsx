import { useEffect, useId, useRef, useState } from "react";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import styles from "./dialog-form.module.css";

interface Props {
  readonly secret: string;
  readonly texts: {
    readonly once: string;
    readonly label: string;
    readonly copy: string;
    readonly copied: string;
    readonly done: string;
  };
  readonly onDone: () => void;
}

/** What was made and is told this once, to be copied. */
export function ShownOnce({ secret, texts, onDone }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const onceId = useId();
  const [copied, setCopied] = useState(false);

  useEffect(() => field.current?.focus(), []);

  const copy = async () => {
    field.current?.select();
    // Absent where the page is not served over https, and a browser may refuse: it is selected.
    const refused = await navigator.clipboard?.writeText(secret).catch(() => true);
    setCopied(refused !== true);
  };

  return (
    <div className={styles.form}>
      <p className={styles.text} id={onceId}>
        <bdi>{texts.once}</bdi>
      </p>
      <input
        ref={field}
        className={styles.link}
        aria-label={texts.label}
        aria-describedby={onceId}
        readOnly
        dir="ltr"
        onFocus={({ target }) => target.select()}
        value={secret}
      />
      <div className={styles.actions}>
        {navigator.clipboard && (
          <Button kind="secondary" onClick={copy}>
            <Icon name={copied ? "check" : "copy"} />
            {copied ? texts.copied : texts.copy}
          </Button>
        )}
        <Button kind="primary" onClick={onDone}>
          {texts.done}
        </Button>
      </div>
      <span className="visually-hidden" role="status">
        {copied && texts.copied}
      </span>
    </div>
  );
}
