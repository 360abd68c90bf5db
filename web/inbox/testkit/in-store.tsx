import type { ConversationSummary, StaffDraft } from "@shopbell/protocol/staff";
import { createCell } from "@shopbell/sync/cell";
import { NO_COMPANY } from "@shopbell/sync/company";
import { emptyInbox } from "@shopbell/sync/inbox";
import { NO_LIST_LOADS } from "@shopbell/sync/open-lists";
import { NOTHING_TO_SEND } from "@shopbell/sync/outbox";
import { NO_PROFILE_NEWS } from "@shopbell/sync/profile-news";
import type { StaffActions } from "@shopbell/sync/staff-actions";
import type { StaffSession } from "@shopbell/sync/staff-session";
import type { StaffState } from "@shopbell/sync/staff-state";
import type { Upload, Uploads, UploadsState } from "@shopbell/sync/uploads/upload";
import type { UploadDoor } from "@shopbell/sync/uploads/upload-door";
import type { ReactNode } from "react";
import { LiveContext } from "../src/live/live.ts";
import { aWriting, jonas, maya } from "./given.ts";

export interface Sent {
  readonly conversation: string;
  readonly draft: StaffDraft;
}

/** What is typed into the session of one test, and where else it may be looked at. */
export const typed = createCell<Pick<StaffState, "drafts" | "cards">>({
  drafts: new Map(),
  cards: new Map(),
});

/** A session that knows these conversations, says all is well, keeps drafts, and notes what is sent. */
export function aSession(
  conversations: readonly ConversationSummary[],
  sent: Sent[],
  known: Partial<StaffState> = {},
) {
  const state = (): StaffState => ({
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
    departures: new Map(),
    company: NO_COMPANY,
    profileNews: NO_PROFILE_NEWS,
    ...typed.get(),
    ...known,
  });
  const nothing = () => {};
  const session: StaffSession = {
    subscribe: typed.subscribe,
    getSnapshot: cached(state),
    actions: noActions,
    start: nothing,
    stop: nothing,
    showList: nothing,
    loadMore: nothing,
    openThread: () => nothing,
    loadEarlier: nothing,
    loadBackTo: nothing,
    search: () => Promise.resolve({ kind: "unreached" }),
    write(conversation, { kind, text, mentions }) {
      const drafts = new Map(typed.get().drafts);
      drafts.delete(conversation);
      if (text !== "") drafts.set(conversation, aWriting({ conversation, kind, text, mentions }));
      typed.set({ drafts });
    },
    choose(conversation, cards) {
      typed.set({ cards: new Map(typed.get().cards).set(conversation, cards) });
    },
    send(conversation, files) {
      const draft = typed.get().drafts.get(conversation);
      const chosen = typed.get().cards.get(conversation) ?? [];
      if (!draft && !files?.ids.length && chosen.length === 0) return null;
      const kind = draft?.kind ?? files?.kind ?? "staff";
      const along = {
        ...(files?.ids.length && { attachments: files.ids }),
        ...(chosen.length > 0 && { cards: chosen }),
      };
      sent.push({ conversation, draft: { kind, text: draft?.text.trim() ?? "", ...along } });
      session.discardDraft(conversation);
      session.choose(conversation, []);
      return "sent";
    },
    discardDraft(conversation) {
      const drafts = new Map(typed.get().drafts);
      drafts.delete(conversation);
      typed.set({ drafts });
    },
    view: nothing,
    retry: nothing,
    discard: nothing,
    read: nothing,
    reload: nothing,
  };
  return session;
}

/** The same value until something changes, as the real one. */
function cached(state: () => StaffState): () => StaffState {
  let known = typed.get();
  let held = state();
  return () => {
    if (known !== typed.get()) held = state();
    known = typed.get();
    return held;
  };
}
const unanswered = async () => ({ kind: "unreached" }) as const;

/** A server that says who works here, and never answers to anything else. */
export const noActions: StaffActions = {
  resolve: unanswered,
  reopen: unanswered,
  unresolve: unanswered,
  assign: unanswered,
  block: unanswered,
  unblock: unanswered,
  markUnread: unanswered,
  label: unanswered,
  colleagues: async () => ({
    kind: "done",
    value: [maya, jonas].map((each) => ({ ...each, open: null })),
  }),
  labels: unanswered,
  emailStanding: unanswered,
  today: unanswered,
  transcriptUrl: (id, { format, notes }) => `/transcript/${id}?format=${format}&notes=${notes}`,
  originalUrl: (id, seq) => `/original/${id}/${seq}`,
  bulk: async () => ({ done: [], gone: [], refused: [], failure: { kind: "unreached" } }),
  assigned: unanswered,
  access: unanswered,
};

/** Uploads of which a test says how they stand; what is done with them is noted. */
export function theUploads(uploads: readonly Upload[] = [], arrived = new Map<string, string>()) {
  const done: (readonly [what: string, ...about: unknown[]])[] = [];
  const note =
    (what: string) =>
    (...about: readonly unknown[]) =>
      void done.push([what, ...about]);
  const state = createCell<UploadsState>({ uploads, arrived });
  const there = async () => ({ kind: "done", value: null }) as const;
  const opened: Uploads = {
    start: async () => {},
    stop: note("stop"),
    add: note("add"),
    shrink: note("shrink"),
    remove: note("remove"),
    describe: note("describe"),
    there,
    over: note("over"),
    again: note("again"),
    wake: note("wake"),
  };
  const door: UploadDoor = { ...opened, state, open: async () => opened };
  return { door, done, state };
}

interface Props {
  readonly session: StaffSession;
  readonly uploads?: UploadDoor;
  readonly permissions?: readonly string[];
  readonly children: ReactNode;
}

export function InStore({
  session,
  uploads = theUploads().door,
  permissions = [],
  children,
}: Props) {
  const store = { id: "store", name: "Hearthlow", role: "Owner", permissions };
  const live = {
    session,
    uploads,
    hurry: () => {},
    staff: { ...maya, email: "maya@hearthlow.example" },
    store,
    stores: [store],
    chooseStore: () => {},
  };
  return <LiveContext value={live}>{children}</LiveContext>;
}
