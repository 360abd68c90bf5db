import type { ConversationSummary } from "@shopbell/protocol/staff";
import type { Done } from "@shopbell/sync/staff-actions";
import { useView } from "../conversations/view.ts";
import { customerName } from "../customer/customer-name.ts";
import { useLive } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import { comeBackTo } from "../thread/left-places.ts";
import { showToast } from "../toast/toasts.ts";
import { tellFailure } from "./failure-words.ts";
import { nextUnresolved } from "./next-unresolved.ts";
import { isOpenNow, useOpenConversation } from "./open-conversation.ts";

/** Leads back to a conversation once something was taken back. */
export function useGoingBack(): (conversation: string, taken: Promise<Done>) => Promise<void> {
  const open = useOpenConversation();
  return async (conversation, taken) => {
    const done = await taken;
    if (done.kind !== "done") return tellFailure(done);
    if (!isOpenNow(conversation)) comeBackTo(conversation);
    open(conversation);
  };
}

/** Resolves a conversation, opens what comes next in its place, and says so with a way back. */
export function useResolving(): (summary: ConversationSummary) => Promise<void> {
  const { session } = useLive();
  const view = useView();
  const open = useOpenConversation();
  const back = useGoingBack();
  const { actions } = session;
  return async ({ id, customer }) => {
    const rows = session.getSnapshot().inbox.lists[view]?.rows ?? [];
    const next = nextUnresolved(rows, id);
    const done = await actions.resolve(id);
    if (done.kind !== "done") return tellFailure(done);
    if (isOpenNow(id)) open(next);
    showToast({
      text: [texts.handling.resolved(customerName(customer))],
      conversation: id,
      undo: () => void back(id, actions.unresolve(id)),
    });
  };
}
