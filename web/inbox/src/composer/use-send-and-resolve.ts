import type { ConversationSummary } from "@shopbell/protocol/staff";
import { untilSent } from "@shopbell/sync/until-sent";
import { useResolving } from "../handling/use-resolving.ts";
import { useLive } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import { showToast } from "../toast/toasts.ts";

/**
 * Resolves with the reply: once the server has it, and only when nothing was said after it. A reply that comes back as
 * a draft leaves the conversation as it is.
 */
export function useSendAndResolve(send: () => string | null): (of: ConversationSummary) => void {
  const { session } = useLive();
  const resolve = useResolving();
  return async ({ id }) => {
    const reply = send();
    if (reply === null) return;
    const seq = await untilSent(session, id, reply);
    const summary = session.getSnapshot().inbox.conversations.get(id);
    if (seq === null || !summary) return;
    if (summary.lastSeq > seq) showToast({ text: [texts.composer.notResolved] });
    else await resolve(summary);
  };
}
