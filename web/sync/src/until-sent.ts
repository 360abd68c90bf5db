import type { StaffSession } from "./staff-session.ts";
import type { StaffState } from "./staff-state.ts";

/** What became of a message: its place in the thread, or null when the server did not take it. */
export type SentSeq = number | null;

/** Settles when the server has the message, or will not have it as it is. While there is no connection it waits. */
export function untilSent(
  session: Pick<StaffSession, "subscribe" | "getSnapshot">,
  conversation: string,
  message: string,
): Promise<SentSeq> {
  return new Promise((settle) => {
    const look = () => {
      const seq = sentSeq(session.getSnapshot(), conversation, message);
      if (seq === undefined) return;
      stop();
      settle(seq);
    };
    const stop = session.subscribe(look);
    look();
  });
}

function sentSeq(state: StaffState, conversation: string, message: string): SentSeq | undefined {
  const thread = state.inbox.threads.get(conversation);
  const stored = [...(thread?.messages ?? []), ...(thread?.aside ?? [])].find(
    ({ id }) => id === message,
  );
  if (stored) return stored.seq;
  const waiting = state.outbox.entries.find(({ id }) => id === message);
  return waiting?.failed === null ? undefined : null;
}
