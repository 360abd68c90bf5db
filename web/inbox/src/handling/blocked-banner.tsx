import type { ConversationSummary, StaffName } from "@shopbell/protocol/staff";
import { firstName } from "../customer/customer-name.ts";
import { Button } from "../design/button.tsx";
import { Icon } from "../design/icon.tsx";
import { useLive, useLiveState } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import styles from "./blocked-banner.module.css";
import { useHandling } from "./use-handling.ts";

/** Over the thread of somebody who is refused. */
export function BlockedBanner({ summary }: { readonly summary: ConversationSummary }) {
  const { staff } = useLive();
  const handling = useHandling(summary);
  const by = useLiveState(
    ({ inbox }) =>
      inbox.threads.get(summary.id)?.messages.findLast(({ event }) => event?.type === "blocked")
        ?.author ?? null,
  );
  return (
    <div className={styles.banner}>
      <Icon name="ban" />
      <p>
        <b>{blockedBy(by, staff)}</b> {texts.handling.blockedText}
      </p>
      <Button kind="ghost" size="small" onClick={handling.unblock}>
        {texts.handling.blockedUnblock}
      </Button>
    </div>
  );
}

function blockedBy(by: StaffName | null, me: StaffName): string {
  if (!by) return texts.handling.blockedBySomebody;
  return by.id === me.id
    ? texts.handling.blockedByYou
    : texts.handling.blockedBy(firstName(by.name));
}
