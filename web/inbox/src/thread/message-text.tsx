import { useMemo, useState } from "react";
import { texts } from "../texts/en.ts";
import { beginning } from "./beginning.ts";
import { type Link, linkParts } from "./links.ts";
import styles from "./message-text.module.css";

/** Exactly what was written: no markup, line breaks kept, links made clickable, long texts opened on demand. */
export function MessageText({ text }: { readonly text: string }) {
  const [whole, setWhole] = useState(false);
  const parts = useMemo(() => linkParts(text), [text]);
  const start = useMemo(() => beginning(parts), [parts]);
  return (
    <>
      <p className={styles.text} dir="auto">
        {(whole ? parts : start).map((part, index) =>
          typeof part === "string" ? (
            part
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a message never changes.
            <MessageLink key={index} link={part} />
          ),
        )}
        {!whole && start !== parts && "…"}
      </p>
      {start !== parts && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {whole ? texts.thread.showLess : texts.thread.showAll}
        </button>
      )}
    </>
  );
}

function MessageLink({ link }: { readonly link: Link }) {
  return (
    <a href={link.href} target="_blank" rel="noopener noreferrer nofollow" title={link.href}>
      <bdi>{link.text}</bdi>
    </a>
  );
}
