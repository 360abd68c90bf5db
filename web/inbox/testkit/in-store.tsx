import type { ConversationSummary, StaffDraft } from "@shopbell/protocol/staff";
import { emptyInbox } from "@shopbell/sync/inbox";
import { NO_LIST_LOADS } from "@shopbell/sync/open-lists";
import { NOTHING_TO_SEND } from "@shopbell/sync/outbox";
import type { StaffSession, StaffState } from "@shopbell/sync/staff-session";
import type { ReactNode } from "react";
import { LiveContext } from "../src/live/live.ts";
import { maya } from "./given.ts";

export interface Sent {
  readonly conversation: string;
  readonly draft: StaffDraft;
}

/** A session that knows these conversations, says all is well, and notes what is sent. */
export function aSession(conversations: readonly ConversationSummary[], sent: Sent[]) {
  const state: StaffState = {
    phase: "ready",
    failure: null,
    inbox: {
      ...emptyInbox,
      conversations: new Map(conversations.map((summary) => [summary.id, summary])),
    },
    listLoads: NO_LIST_LOADS,
    threadLoads: new Map(),
    outbox: NOTHING_TO_SEND,
    connection: { kind: "open" },
  };
  const nothing = () => {};
  const session: StaffSession = {
    subscribe: () => nothing,
    getSnapshot: () => state,
    start: nothing,
    stop: nothing,
    showList: nothing,
    loadMore: nothing,
    openThread: () => nothing,
    loadEarlier: nothing,
    send(conversation, draft) {
      sent.push({ conversation, draft });
      return "sent";
    },
    retry: nothing,
    discard: nothing,
    read: nothing,
    reload: nothing,
  };
  return session;
}

interface Props {
  readonly session: StaffSession;
  readonly children: ReactNode;
}

export function InStore({ session, children }: Props) {
  const store = { id: "store", name: "Hearthlow", role: "Owner", permissions: [] };
  const live = {
    session,
    hurry: () => {},
    staff: { ...maya, email: "maya@hearthlow.example" },
    store,
    stores: [store],
    chooseStore: () => {},
  };
  return <LiveContext value={live}>{children}</LiveContext>;
}
