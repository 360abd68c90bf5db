import type { QuickReply } from "@shopbell/protocol/quick-replies";
import { Link } from "wouter";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { Menu, MenuEntry } from "../design/menu.tsx";
import { useMenu } from "../design/use-menu.ts";
import { piecesOf } from "../quick-replies/variables.ts";
import { quickReplyTexts } from "../texts/en-quick-replies.ts";
import { quickReplySettingsTexts as texts } from "../texts/en-quick-reply-settings.ts";
import { useUnsaved } from "./drafts.ts";
import { replyPath } from "./paths.ts";
import styles from "./reply-row.module.css";

interface Sorting {
  readonly isLifted: boolean;
  readonly handleProps: object;
  /** Absent at the ends. */
  readonly onUp: (() => void) | undefined;
  readonly onDown: (() => void) | undefined;
}

interface Props {
  readonly reply: QuickReply;
  readonly isOpen: boolean;
  readonly sorting: Sorting | null;
}

export function ReplyRow({ reply, isOpen, sorting }: Props) {
  const isUnsaved = useUnsaved().has(reply.id);
  return (
    <li className={styles.row} data-lifted={sorting?.isLifted ? "" : undefined}>
      {sorting && (
        <button
          type="button"
          {...sorting.handleProps}
          className={styles.handle}
          aria-label={texts.move(reply.title)}
          aria-pressed={sorting.isLifted}
          title={texts.moveHint}
        >
          <Icon name="grip" />
        </button>
      )}
      <Link
        href={replyPath(reply.id)}
        className={styles.link}
        aria-current={isOpen ? "true" : undefined}
      >
        <bdi className={`${styles.title} truncate`}>{reply.title}</bdi>
        <span className={styles.end}>
          {isUnsaved ? texts.notSaved : texts.uses(reply.uses)}
          <bdi className={styles.shortcut}>/{reply.shortcut}</bdi>
        </span>
        <bdi className={`${styles.text} truncate`}>{inWords(reply.text)}</bdi>
      </Link>
      {sorting && <OrderMenu title={reply.title} sorting={sorting} />}
    </li>
  );
}

function OrderMenu({ title, sorting }: { readonly title: string; readonly sorting: Sorting }) {
  const menu = useMenu();
  const entry = (name: string, move: (() => void) | undefined) =>
    move && (
      <MenuEntry
        onChoose={() => {
          menu.close();
          move();
        }}
      >
        {name}
      </MenuEntry>
    );
  return (
    <div className={styles.menu}>
      <Button kind="ghost" icon {...menu.openerProps} aria-label={texts.moreOf(title)}>
        <Icon name="dots" />
      </Button>
      {menu.open && (
        <Menu {...menu.menuProps} label={texts.moreOf(title)} place="below-end">
          {entry(texts.moveUp, sorting.onUp)}
          {entry(texts.moveDown, sorting.onDown)}
        </Menu>
      )}
    </div>
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
