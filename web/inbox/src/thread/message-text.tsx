import type { NamedOrder } from "@shopbell/protocol/card";
import { type Link, piecesOf, realSite } from "@shopbell/protocol/links";
import { Fragment, useMemo, useState } from "react";
import { webAddress } from "../cards/names.ts";
import { texts } from "../texts/en.ts";
import { beginning } from "./beginning.ts";
import styles from "./message-text.module.css";

interface Props {
  readonly text: string;
  /** Whether it names colleagues, so that an @ is somebody. */
  readonly names?: boolean;
  /** Orders of the customer that it may name. */
  readonly orders?: readonly NamedOrder[] | undefined;
}

/** Exactly what was written: no markup, line breaks kept, links made clickable, long texts opened on demand. */
export function MessageText({ text, names = false, orders = NO_ORDERS }: Props) {
  const [whole, setWhole] = useState(false);
  const parts = useMemo(() => piecesOf(text), [text]);
  const start = useMemo(() => beginning(parts), [parts]);
  return (
    <>
      <p className={styles.text} dir="auto">
        {(whole ? parts : start).map((part, index) =>
          typeof part === "string" ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a message never changes.
            <Fragment key={index}>{names ? named(part) : linked(part, orders)}</Fragment>
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

const NO_ORDERS: readonly NamedOrder[] = [];

/** Numbers of orders, as the server reads them. */
const ORDER = /(?<![\p{L}\p{N}/&#])(#[\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,47}[\p{L}\p{N}])?)/u;

/** The orders in a text, as links. */
function linked(text: string, orders: readonly NamedOrder[]) {
  if (orders.length === 0) return text;
  return text.split(ORDER).map((piece, index) => {
    const order = index % 2 === 1 && orders.find(({ number }) => number === piece);
    const href = order && webAddress(order.url);
    return href ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a message never changes.
      <a key={index} href={href} target="_blank" rel="noopener noreferrer">
        <bdi>{piece}</bdi>
      </a>
    ) : (
      piece
    );
  });
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
