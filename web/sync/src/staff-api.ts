import { draftOf } from "@shopbell/protocol/card";
import type { Guard } from "@shopbell/protocol/guard";
import type {
  AccessSettings,
  AssignedPage,
  AssigneeAnswer,
  BulkAnswer,
  BulkRequest,
  ColleaguesAnswer,
  ConversationPage,
  ConversationStatus,
  DraftAnswer,
  DraftText,
  EmailStanding,
  HitPage,
  InboxSnapshot,
  LabelsAnswer,
  Me,
  Position,
  ReadAnswer,
  SetupAnswer,
  SetupRequest,
  StaffDraft,
  StaffPosted,
  StaffThread,
  Store,
  TodayAnswer,
  View,
} from "@shopbell/protocol/staff";
import type { ChangesAnswer } from "@shopbell/protocol/staff-frames";
import {
  isAccessSettings,
  isAssignedPage,
  isAssigneeAnswer,
  isBulkAnswer,
  isChangesAnswer,
  isColleaguesAnswer,
  isConversationPage,
  isDraftAnswer,
  isEmailStanding,
  isHitPage,
  isInboxSnapshot,
  isLabelsAnswer,
  isMe,
  isReadAnswer,
  isSetupAnswer,
  isSetupOpen,
  isStaffPosted,
  isStaffThread,
  isStore,
  isTodayAnswer,
} from "@shopbell/protocol/staff-guards";
import { ask, type Outcome } from "./http.ts";
import { queryOf, type Range, socketUrlAt } from "./url.ts";

/** What can be asked before a store is known. */
export interface AccountApi {
  me(): Promise<Outcome<Me>>;
  signIn(credentials: Credentials): Promise<Outcome<Me>>;
  signOut(): Promise<Outcome<null>>;
  /** Has a link mailed to this address, if anybody signs in with it: the answer does not tell. */
  forgotPassword(email: string): Promise<Outcome<null>>;
  /** `token` is that of the link; it works once and signs in. */
  choosePassword(token: string, password: string): Promise<Outcome<Me>>;
  /** Refused `not_found` when the first owner exists. */
  setupOpen(): Promise<Outcome<{ readonly open: boolean }>>;
  setUp(request: SetupRequest): Promise<Outcome<SetupAnswer>>;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** What is looked for, and among which conversations. */
export interface Sought {
  readonly query: string;
  readonly view: View;
}

/** What a signed-in staff member can ask of one store. */
export interface StaffApi {
  readonly socketUrl: string;
  store(): Promise<Outcome<Store>>;
  inbox(): Promise<Outcome<InboxSnapshot>>;
  /** `before` is the cursor of the page in front; null asks for the first. */
  page(view: View, before: string | null): Promise<Outcome<ConversationPage>>;
  search(sought: Sought, before: string | null, signal: AbortSignal): Promise<Outcome<HitPage>>;
  thread(conversation: string): Promise<Outcome<StaffThread>>;
  messages(conversation: string, range: Range): Promise<Outcome<StaffThread>>;
  /** Safe to repeat with the same message id. */
  post(conversation: string, message: string, draft: StaffDraft): Promise<Outcome<StaffPosted>>;
  read(conversation: string, seq: number): Promise<Outcome<ReadAnswer>>;
  keepDraft(conversation: string, draft: DraftText): Promise<Outcome<DraftAnswer>>;
  /** Also of a conversation that may not be seen any more. */
  deleteDraft(conversation: string): Promise<Outcome<DraftAnswer>>;
  /** The same with many, each for itself. */
  bulk(request: BulkRequest): Promise<Outcome<BulkAnswer>>;
  /** What is assigned to others and hidden from the Inbox administrator who asks. */
  assigned(before: string | null): Promise<Outcome<AssignedPage>>;
  access(): Promise<Outcome<AccessSettings>>;
  /** `undo`: it was resolved by mistake. */
  status(
    conversation: string,
    status: ConversationStatus,
    undo?: boolean,
  ): Promise<Outcome<ReadAnswer>>;
  /** Refused `assigned_meanwhile` when it is not, or no longer, assigned to `from`; both are staff ids. */
  assign(
    conversation: string,
    to: string | null,
    from: string | null,
  ): Promise<Outcome<AssigneeAnswer>>;
  /** With `network` also newcomers from the same network address, for seven days. */
  block(conversation: string, network: boolean): Promise<Outcome<ReadAnswer>>;
  unblock(conversation: string): Promise<Outcome<ReadAnswer>>;
  markUnread(conversation: string): Promise<Outcome<ReadAnswer>>;
  label(conversation: string, labels: readonly string[]): Promise<Outcome<ReadAnswer>>;
  colleagues(): Promise<Outcome<ColleaguesAnswer>>;
  labels(): Promise<Outcome<LabelsAnswer>>;
  emailStanding(): Promise<Outcome<EmailStanding>>;
  today(): Promise<Outcome<TodayAnswer>>;
  /** Where the whole thread is to be downloaded. */
  transcriptUrl(conversation: string, transcript: TranscriptChoice): string;
  /** Where the mail a message came by is shown as it came. */
  originalUrl(conversation: string, seq: number): string;
  /** Holds up to `wait` seconds for news. */
  changes(after: Position, wait: number, signal: AbortSignal): Promise<Outcome<ChangesAnswer>>;
}

export interface TranscriptChoice {
  readonly format: "html" | "json";
  /** Otherwise only what the customer may see. */
  readonly notes: boolean;
}

const PAGE = 50;
const HITS = 20;
const MARGIN = 10_000;

export function createAccountApi(base = ""): AccountApi {
  const session = `${base}/api/staff/session`;
  const password = `${base}/api/staff/password`;
  const setup = `${base}/api/setup`;
  return {
    me: () => ask({ url: `${base}/api/staff/me`, guard: isMe }),
    signIn: (body) => ask({ method: "POST", url: session, body, guard: isMe }),
    signOut: () => ask({ method: "DELETE", url: session, guard: isNothing }),
    forgotPassword: (email) =>
      ask({ method: "POST", url: `${password}/reset`, body: { email }, guard: isNothing }),
    choosePassword: (token, chosen) =>
      ask({ method: "PUT", url: password, body: { token, password: chosen }, guard: isMe }),
    setupOpen: () => ask({ url: setup, guard: isSetupOpen }),
    setUp: (body) => ask({ method: "POST", url: setup, body, guard: isSetupAnswer }),
  };
}

export function createStaffApi(store: string, base = ""): StaffApi {
  const root = `${base}/api/staff/stores/${store}`;
  const conversations = `${root}/conversations`;
  const put = <T>(path: string, guard: Guard<T>, body?: unknown) =>
    ask({ method: "PUT", url: `${conversations}/${path}`, body, guard });
  return {
    socketUrl: socketUrlAt(`${root}/socket`),
    store: () => ask({ url: root, guard: isStore }),
    inbox: () => ask({ url: `${root}/inbox`, guard: isInboxSnapshot }),
    page: (view, before) =>
      ask({
        url: `${conversations}${queryOf({ view, before, limit: PAGE })}`,
        guard: isConversationPage,
      }),
    search: ({ query, view }, before, signal) =>
      ask({
        url: `${root}/search${queryOf({ q: query, view, before, limit: HITS })}`,
        guard: isHitPage,
        signal,
      }),
    thread: (id) => ask({ url: `${conversations}/${id}`, guard: isStaffThread }),
    messages: (id, range) =>
      ask({ url: `${conversations}/${id}/messages${queryOf(range)}`, guard: isStaffThread }),
    keepDraft: (id, body) => put(`${id}/draft`, isDraftAnswer, body),
    deleteDraft: (id) =>
      ask({ method: "DELETE", url: `${root}/drafts/${id}`, guard: isDraftAnswer }),
    bulk: (body) => ask({ method: "POST", url: `${root}/bulk`, body, guard: isBulkAnswer }),
    assigned: (before) =>
      ask({ url: `${root}/assigned${queryOf({ before, limit: PAGE })}`, guard: isAssignedPage }),
    access: () => ask({ url: `${root}/settings/access`, guard: isAccessSettings }),
    post: (id, message, body) =>
      put(`${id}/messages/${message}`, isStaffPosted, {
        ...body,
        ...(body.cards && { cards: body.cards.map(draftOf) }),
      }),
    read: (id, seq) => put(`${id}/read`, isReadAnswer, { seq }),
    status: (id, status, undo = false) =>
      put(`${id}/status`, isReadAnswer, { status, ...(undo && { undo }) }),
    assign: (id, to, from) => put(`${id}/assignee`, isAssigneeAnswer, { to, from }),
    block: (id, network) => put(`${id}/block`, isReadAnswer, { network }),
    unblock: (id) =>
      ask({ method: "DELETE", url: `${conversations}/${id}/block`, guard: isReadAnswer }),
    markUnread: (id) => put(`${id}/unread`, isReadAnswer),
    label: (id, labels) => put(`${id}/labels`, isReadAnswer, { labels }),
    colleagues: () => ask({ url: `${root}/colleagues`, guard: isColleaguesAnswer }),
    labels: () => ask({ url: `${root}/labels`, guard: isLabelsAnswer }),
    emailStanding: () => ask({ url: `${root}/email-standing`, guard: isEmailStanding }),
    today: () => ask({ url: `${root}/today`, guard: isTodayAnswer }),
    transcriptUrl: (id, { format, notes }) =>
      `${conversations}/${id}/transcript${queryOf({ format, notes: `${notes}` })}`,
    originalUrl: (id, seq) => `${conversations}/${id}/messages/${seq}/email`,
    changes: ({ epoch, feedSeq }, wait, signal) =>
      ask({
        url: `${root}/changes${queryOf({ epoch, after: feedSeq, wait: wait || null })}`,
        guard: isChangesAnswer,
        patience: wait * 1000 + MARGIN,
        signal,
      }),
  };
}

function isNothing(data: unknown): data is null {
  return data === null;
}
