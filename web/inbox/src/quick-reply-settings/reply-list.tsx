import type { QuickReply } from "@shopbell/protocol/quick-replies";
import { useId, useState } from "react";
import { Icon } from "../design/icon.tsx";
import { matching } from "../quick-replies/matching.ts";
import { useOrder } from "../settings/items/use-order.ts";
import { quickReplySettingsTexts as texts } from "../texts/en-quick-reply-settings.ts";
import styles from "./reply-list.module.css";
import { ReplyRow } from "./reply-row.tsx";

type Sort = keyof typeof texts.sorts;

interface Props {
  readonly replies: readonly QuickReply[];
  /** The one whose editor is open. */
  readonly open: string | undefined;
  readonly onOrder: (order: readonly string[]) => Promise<void>;
}

export function ReplyList({ replies, open, onOrder }: Props) {
  const id = useId();
  const [sort, setSort] = useState<Sort>("used");
  const [query, setQuery] = useState("");
  const order = useOrder(
    replies,
    ({ title }) => title,
    (next) => void onOrder(next).then(order.settled),
  );

  const wanted = query.trim();
  // A part of the list has no order of its own.
  const isSorting = sort === "own" && wanted === "";
  const byUse = [...replies].sort((a, b) => b.uses - a.uses);
  const found = new Set(wanted ? matching(replies, wanted) : replies);
  const shown = (sort === "own" ? order.sorted : byUse).filter((reply) => found.has(reply));

  return (
    <div className={styles.pane}>
      <div className={styles.search}>
        <Icon name="search" />
        <input
          type="search"
          aria-label={texts.search(replies.length)}
          placeholder={texts.search(replies.length)}
          dir="auto"
          value={query}
          onChange={({ target }) => setQuery(target.value)}
        />
        <label className="visually-hidden" htmlFor={id}>
          {texts.sort}
        </label>
        <select
          id={id}
          value={sort}
          onChange={({ target }) => setSort(target.value === "own" ? "own" : "used")}
        >
          <option value="used">{texts.sorts.used}</option>
          <option value="own">{texts.sorts.own}</option>
        </select>
        <Icon name="down" size={16} />
      </div>
      {shown.length === 0 && (
        <p className={styles.none} role="status">
          {texts.nothingFound(wanted)}
        </p>
      )}
      <ul ref={order.list} className={styles.list} aria-label={texts.list}>
        {shown.map((reply, index) => (
          <ReplyRow
            key={reply.id}
            reply={reply}
            isOpen={reply.id === open}
            sorting={
              isSorting
                ? {
                    isLifted: order.lifted === reply.id,
                    handleProps: order.handleProps(reply.id),
                    onUp: index > 0 ? () => order.move(reply.id, -1) : undefined,
                    onDown: index < shown.length - 1 ? () => order.move(reply.id, 1) : undefined,
                  }
                : null
            }
          />
        ))}
      </ul>
    </div>
  );
}
