import type { ConversationSummary } from "@shopbell/protocol/staff";
import { useCallback, useMemo, useRef, useState } from "react";
import { customerName, shortCustomerName } from "../customer/customer-name.ts";
import { useHistory } from "../history/use-history.ts";
import { useLive, useLiveState } from "../live/live.ts";
import { useSought } from "../search/search-path.ts";
import { texts } from "../texts/en.ts";
import { EarlierMessages } from "./earlier-messages.tsx";
import { JumpPill } from "./jump-pill.tsx";
import styles from "./message-log.module.css";
import { MessageRow } from "./message-row.tsx";
import { noticedSeq } from "./noticed.ts";
import { useAnnouncedMessages } from "./use-announced-messages.ts";
import { useDeliveries } from "./use-deliveries.ts";
import { useLanding } from "./use-landing.ts";
import { useLogKeys } from "./use-log-keys.ts";
import { useLogScroll } from "./use-log-scroll.ts";
import { useReading } from "./use-reading.ts";
import { useRising } from "./use-rising.ts";
import { useRows } from "./use-rows.ts";

/** What was said, oldest first; only the messages on screen exist in the page. */
export function MessageLog({ summary }: { readonly summary: ConversationSummary }) {
  const { session, staff, hurry } = useLive();
  const scroller = useRef<HTMLDivElement>(null);
  const { id, unread, mentioned } = summary;
  const { rows: own, complete } = useRows(summary);
  const history = useHistory(summary, complete);
  const rows = useMemo(() => [...history.rows, ...own], [history.rows, own]);
  const load = useLiveState((state) => state.threadLoads.get(id)?.kind);
  const earlier = useCallback(() => session.loadEarlier(id), [session, id]);
  const above = complete ? history : { load, more: earlier };
  const retry = () => {
    hurry();
    above.more();
  };
  const sought = useSought();
  const at = sought !== undefined && sought <= summary.lastSeq ? sought : undefined;
  const deliveries = useDeliveries(own, summary);
  const { virtual, atEnd, seenSeq, missed, toEnd } = useLogScroll({
    conversation: id,
    scroller,
    rows,
    at,
    more: above.load === "idle" && (!complete || history.isLonger),
    onMore: above.more,
  });
  const found = useLanding({ conversation: id, at, rows, virtual });
  const onKeyDown = useLogKeys(scroller, virtual, rows);
  const name = shortCustomerName(summary.customer);
  useAnnouncedMessages(own, name);

  const [opened, setOpened] = useState(0);
  const read = useCallback(
    (seq: number) => {
      setOpened(seq);
      session.read(id, seq);
    },
    [session, id],
  );
  const noticed = noticedSeq(own, seenSeq, staff.id, Date.now()) > opened;
  useReading(unread > 0 || mentioned || noticed ? seenSeq : 0, read);

  const rising = useRising(own, summary.lastSeq, atEnd);
  const items = virtual.getVirtualItems();
  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        className={styles.scroller}
        role="log"
        aria-live="off"
        aria-label={texts.thread.log(customerName(summary.customer))}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard.
        tabIndex={0}
        data-pane-focus=""
        onKeyDown={onKeyDown}
      >
        <div className={styles.sizer} style={{ blockSize: virtual.getTotalSize() }}>
          {(!complete || history.isLonger) && items[0]?.index === 0 && (
            <EarlierMessages hasFailed={above.load === "failed"} onRetry={retry} />
          )}
          <div
            className={styles.rows}
            style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}
          >
            {items.map(({ index, key }) => {
              const row = rows[index];
              if (!row) return null;
              return (
                <div
                  key={key}
                  ref={virtual.measureElement}
                  data-index={index}
                  data-rising={row.key === rising ? "" : undefined}
                >
                  <MessageRow
                    row={row}
                    conversation={id}
                    customer={summary.customer}
                    delivery={deliveries.get(row.key)}
                    found={found !== undefined && row.seq === found}
                  />
                </div>
              );
            })}
          </div>
        </div>
      </div>
      {!atEnd && <JumpPill missed={missed} onJump={toEnd} />}
    </div>
  );
}
