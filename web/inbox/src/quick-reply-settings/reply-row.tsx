import type { QuickReply } from "@shopbell/protocol/quick-replies";
import { quickReplyPicture } from "@shopbell/sync/quick-replies-api";
import { Link } from "wouter";
import { useLive } from "../live/live.ts";
import { piecesOf } from "../quick-replies/variables.ts";
import styles from "../settings/items/item-row.module.css";
import { OrderHandle, OrderMenu, type Sorting } from "../settings/items/order-controls.tsx";
import { quickReplyTexts } from "../texts/en-quick-replies.ts";
import { quickReplySettingsTexts as texts } from "../texts/en-quick-reply-settings.ts";
import { useUnsaved } from "./drafts.ts";
import { replyPath } from "./paths.ts";

interface Props {
  readonly reply: QuickReply;
  readonly isOpen: boolean;
  readonly sorting: Sorting | null;
}

export function ReplyRow({ reply, isOpen, sorting }: Props) {
  const { store } = useLive();
  const isUnsaved = useUnsaved().has(reply.id);
  return (
    <li className={styles.row} data-lifted={sorting?.isLifted ? "" : undefined}>
      {sorting && <OrderHandle title={reply.title} sorting={sorting} />}
      <Link
        href={replyPath(reply.id)}
        className={styles.link}
        aria-current={isOpen ? "true" : undefined}
      >
        <bdi className={`${styles.title} truncate`}>{reply.title}</bdi>
        <span className={styles.end}>
          {reply.picture && (
            <img
              className={styles.picture}
              src={quickReplyPicture(store.id, reply, "thumbnail")}
              alt={texts.editor.pictureOf(reply.title)}
              loading="lazy"
              width={20}
              height={20}
            />
          )}
          {isUnsaved ? texts.notSaved : texts.uses(reply.uses)}
          <bdi className={styles.shortcut}>/{reply.shortcut}</bdi>
        </span>
        <bdi className={`${styles.text} truncate`}>{inWords(reply.text)}</bdi>
      </Link>
      {sorting && <OrderMenu title={reply.title} sorting={sorting} />}
    </li>
  );
}

/** On one line, with what is filled in by what it is called. */
function inWords(text: string): string {
  return piecesOf(text)
    .map((piece) =>
      typeof piece === "string"
        ? piece
        : `(${quickReplyTexts.variables[piece.variable]?.toLocaleLowerCase()})`,
    )
    .join("");
}
