import { piecesOf } from "@shopbell/protocol/links";
import { useMemo } from "preact/hooks";
import style from "./message-text.module.css";

/** What somebody wrote: text and nothing but text, with links that are safe to follow. */
export function MessageText({ text }: { readonly text: string }) {
  const pieces = useMemo(() => piecesOf(text), [text]);
  return (
    <>
      {pieces.map((piece) =>
        typeof piece === "string" ? (
          // In Arabic the sign would change sides with the number of an order.
          piece
            .split(/(#\d+)/)
            .map((part, index) => (index % 2 ? <bdi dir="ltr">{part}</bdi> : part))
        ) : (
          <a
            class={style.link}
            href={piece.href}
            dir="ltr"
            rel="noopener noreferrer nofollow"
            target={piece.href.startsWith("http") ? "_blank" : undefined}
          >
            {piece.text}
          </a>
        ),
      )}
    </>
  );
}
