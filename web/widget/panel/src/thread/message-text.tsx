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
          piece
        ) : (
          <a
            class={style.link}
            href={piece.href}
            dir="ltr"
            rel="noopener noreferrer nofollow"
            {...(piece.href.startsWith("http") ? { target: "_blank" } : {})}
          >
            {piece.text}
          </a>
        ),
      )}
    </>
  );
}
