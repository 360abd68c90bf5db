import { type Link, piecesOf, realSite } from "@shopbell/protocol/links";
import { Fragment, useMemo, useState } from "react";
import { texts } from "../texts/en.ts";
import { beginning } from "./beginning.ts";
import styles from "./message-text.module.css";

interface Props {
  readonly text: string;
  /** Whether it names colleagues, so that an @ is somebody. */
  readonly names?: boolean;
}

/** Exactly what was written: no markup, line breaks kept, links made clickable, long texts opened on demand. */
export function MessageText({ text, names = false }: Props) {
  const [whole, setWhole] = useState(false);
  const parts = useMemo(() => piecesOf(text), [text]);
  const start = useMemo(() => beginning(parts), [parts]);
  return (
    <>
      <p className={styles.text} dir="auto">
        {(whole ? parts : start).map((part, index) =>
          typeof part === "string" ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a message never changes.
            <Fragment key={index}>{names ? named(part) : part}</Fragment>
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

const NAME = /(?<![\p{L}\p{N}])(@[\p{L}\p{M}\p{N}'’.-]+)/u;

/** The names in a text, set off from the rest. */
function named(text: string) {
  return text.split(NAME).map((piece, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a message never changes.
      <b key={index} className={styles.name}>
        {piece}
      </b>
    ) : (
      piece
    ),
  );
}

function MessageLink({ link }: { readonly link: Link }) {
  const site = realSite(link);
  return (
    <a href={link.href} target="_blank" rel="noopener noreferrer nofollow" title={link.href}>
      <bdi>{link.text}</bdi>
      {site && ` (${site})`}
    </a>
  );
}
