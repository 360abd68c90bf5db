import type { View } from "@shopbell/protocol/staff";
import { memo } from "react";
import { Link } from "wouter";
import { CustomerAvatar } from "../customer/customer-avatar.tsx";
import { customerName } from "../customer/customer-name.ts";
import { LabelChips } from "../handling/label-chips.tsx";
import { useAway } from "../live/connection-banner.tsx";
import { useLiveState } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import { useNow } from "../time/clock.ts";
import { exactTime, shortAge } from "../time/format.ts";
import { AssigneeMark } from "./assignee-mark.tsx";
import styles from "./conversation-row.module.css";
import { PreviewLine } from "./preview-line.tsx";
import rowStyles from "./row.module.css";
import { rowLabel } from "./row-label.ts";
import { usePreview } from "./use-preview.ts";
import { messagesPath } from "./view.ts";

interface Props {
  readonly id: string;
  readonly view: View;
  readonly open: boolean;
  /** The one row the Tab key stops at. */
  readonly stop: boolean;
  /** To be handled with others. */
  readonly selected: boolean;
  readonly onFocus: (id: string) => void;
}

export const ConversationRow = memo(function ConversationRow(props: Props) {
  const { id, view, open, stop, selected, onFocus } = props;
  const summary = useLiveState((state) => state.inbox.conversations.get(id));
  const away = useAway();
  const online = useLiveState((state) => state.inbox.online.has(id)) && !away;
  const preview = usePreview(id, open);
  const now = useNow();
  if (!summary) return null;

  const name = customerName(summary.customer);
  const unread = summary.unread > 0;
  const at = preview.at ?? summary.lastActivityAt;
  return (
    <Link
      href={messagesPath(view, id)}
      className={rowStyles.row}
      aria-current={open ? "true" : undefined}
      data-selected={selected ? "" : undefined}
      data-unread={unread ? "" : undefined}
      data-conversation={id}
      data-pane-focus={stop ? "" : undefined}
      tabIndex={stop ? 0 : -1}
      onFocus={() => onFocus(id)}
      draggable={false}
    >
      <span className="visually-hidden">{rowLabel(summary, preview, online, now)}</span>
      {unread && <i className={styles.dot} />}
      <CustomerAvatar customer={summary.customer} online={online} />
      <span className={rowStyles.lines} aria-hidden="true">
        <span className={rowStyles.first}>
          <bdi className={`truncate ${rowStyles.name}`}>{name}</bdi>
          {summary.mentioned && <b className={styles.mentioned}>@</b>}
          <time className={rowStyles.time} dateTime={at} title={exactTime(at)}>
            {shortAge(at, now)}
          </time>
        </span>
        <PreviewLine preview={preview} />
        <span className={rowStyles.last}>
          {online && <span className={styles.online}>{texts.presence.online}</span>}
          {summary.blocked && <span className={styles.blocked}>{texts.list.blocked}</span>}
          <LabelChips labels={summary.labels} />
          <AssigneeMark assignee={summary.assignee} />
        </span>
      </span>
    </Link>
  );
});
