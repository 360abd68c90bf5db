import type {
  ConversationPage,
  ConversationSummary,
  Draft,
  DraftAnswer,
  DraftText,
  HitPage,
  InboxSnapshot,
  StaffDraft,
  StaffMessage,
  StaffName,
  StaffPosted,
  StaffThread,
  ThreadEvent,
  View,
} from "@shopbell/protocol/staff";
import type { ChangesFrame, DraftFrame } from "@shopbell/protocol/staff-frames";
import { compareRows } from "../src/inbox-lists.ts";
import type { Range } from "../src/url.ts";
import { aStaffMessage, aSummary, ME } from "./samples.ts";

interface Kept {
  summary: ConversationSummary;
  readonly messages: StaffMessage[];
  isVisible: boolean;
  feedSeq: number;
  accessFeedSeq: number;
}

/** The truth of one store as one staff member may see it, with the server's rules for numbers, versions and the feed. */
export interface FakeStore {
  /** Every change's frame, as a live socket tells it. */
  onChange(listener: (frame: ChangesFrame) => void): () => void;
  onDraft(listener: (frame: DraftFrame) => void): void;
  customerWrites(conversation: string, text?: string): void;
  colleagueAnswers(conversation: string): void;
  resolve(conversation: string): void;
  reopen(conversation: string): void;
  /** To somebody whose conversations this staff member sees: themselves, nobody, or whom they administrate. */
  assign(conversation: string, to: keyof typeof PEOPLE): void;
  /** The sender: the conversation is resolved, and what they write is refused. */
  block(conversation: string): void;
  unblock(conversation: string): void;
  /** Assigned to somebody else, and so out of sight. */
  takeAway(conversation: string): void;
  giveBack(conversation: string): void;
  /** Whether a colleague answered since this was begun. */
  hasMoved(conversation: string, message: string, draft: StaffDraft): boolean;
  post(conversation: string, message: string, draft: StaffDraft): StaffPosted;
  keepDraft(conversation: string, draft: DraftText): DraftAnswer;
  deleteDraft(conversation: string): DraftAnswer;
  drafts(): readonly Draft[];
  /** What I do with a conversation: the summary afterwards, with an event in the thread where there is one. */
  handle(
    conversation: string,
    change: Partial<ConversationSummary>,
    event?: ThreadEvent,
  ): ConversationSummary;
  /** Null: out of my sight from then on. */
  pass(conversation: string, to: StaffName | null): ConversationSummary | null;
  read(conversation: string, seq: number): ConversationSummary;
  mayForget(epoch: string): void;
  snapshot(): InboxSnapshot;
  page(view: View, before: string | null, limit: number): ConversationPage;
  /** The messages with this in them, newest first. */
  search(text: string): HitPage;
  thread(conversation: string): StaffThread;
  messages(conversation: string, range: Range): StaffThread;
  changes(epoch: string, after: number): ChangesFrame | { readonly type: "start_over" };
  has(conversation: string): boolean;
  setOnline(conversation: string, online: boolean): void;
  online(): readonly string[];
}

export const COLLEAGUE = { id: "staff-other", name: "Tom" };
const PEOPLE = { me: ME, colleague: COLLEAGUE, nobody: null };
const MOST_NAMED = 1000;

/** `clock` is the server's, for drafts. */
export function createFakeStore(clock: () => number = () => Date.UTC(2026, 9, 5)): FakeStore {
  const kept = new Map<string, Kept>();
  const listeners = new Set<(frame: ChangesFrame) => void>();
  const draftListeners = new Set<(frame: DraftFrame) => void>();
  const online = new Set<string>();
  const drafts = new Map<string, Draft>();
  let epoch = "epoch-1";
  let feedSeq = 0;
  let ids = 0;
  let moments = 0;

  const position = () => ({ epoch, feedSeq });
  /** Several changes share a second, so that rows are often told apart by their id alone. */
  const now = () => new Date(Date.UTC(2026, 9, 5, 9, 0, Math.floor(feedSeq / 3))).toISOString();

  function visible(): readonly Kept[] {
    return [...kept.values()].filter((one) => one.isVisible);
  }

  function find(id: string): Kept {
    const found = kept.get(id);
    if (found) return found;
    const created: Kept = {
      summary: aSummary(id, {
        version: 0,
        lastSeq: 0,
        lastPublicSeq: 0,
        preview: null,
        createdAt: now(),
        lastActivityAt: now(),
      }),
      messages: [],
      isVisible: true,
      feedSeq: 0,
      accessFeedSeq: 0,
    };
    kept.set(id, created);
    return created;
  }

  /** One transaction: the summary's next version, the next place in the feed, and then everybody is told. */
  function commit(
    one: Kept,
    changed: Partial<ConversationSummary>,
    messages: readonly StaffMessage[] = [],
  ): void {
    feedSeq += 1;
    one.feedSeq = feedSeq;
    one.summary = { ...one.summary, ...changed, version: one.summary.version + 1 };
    one.messages.push(...messages);
    const hidden = one.accessFeedSeq === feedSeq && !one.isVisible;
    if (!one.isVisible && !hidden) return;
    tell({
      type: "changes",
      position: position(),
      conversations: one.isVisible ? [one.summary] : [],
      messages: one.isVisible ? messages : [],
      gone: hidden ? [one.summary.id] : [],
    });
  }

  function tell(frame: ChangesFrame): void {
    for (const listener of [...listeners]) listener(frame);
  }

  function append(
    one: Kept,
    message: Partial<StaffMessage>,
    changed: Partial<ConversationSummary> = {},
  ): StaffMessage {
    const { summary } = one;
    ids += 1;
    const seq = summary.lastSeq + 1;
    const isPublic = message.kind !== "note" && message.kind !== "event";
    const lastPublicSeq = summary.lastPublicSeq + (isPublic ? 1 : 0);
    const added = aStaffMessage(seq, {
      id: `message-${ids}`,
      conversation: summary.id,
      publicSeq: isPublic ? lastPublicSeq : null,
      sentAt: now(),
      ...message,
    });
    const isSaid = added.kind !== "event";
    const isTheirs = added.kind === "customer";
    commit(
      one,
      {
        lastSeq: seq,
        lastPublicSeq,
        ...(isSaid && {
          lastActivityAt: added.sentAt,
          preview: {
            kind: added.kind,
            author: added.author,
            text: added.text,
            attachments: { images: 0, videos: 0 },
          },
        }),
        ...(isTheirs && { unread: summary.unread + 1, status: "unresolved" }),
        ...changed,
      },
      [added],
    );
    return added;
  }

  /** What was done with a conversation, and its line in the thread. */
  function handle(id: string, type: string, changed: Partial<ConversationSummary>): void {
    const event = { kind: "event", event: { type }, author: COLLEAGUE, text: "" } as const;
    append(find(id), event, changed);
  }

  function hand(id: string, isVisible: boolean): void {
    const one = kept.get(id);
    if (!one || one.isVisible === isVisible) return;
    one.isVisible = isVisible;
    one.accessFeedSeq = feedSeq + 1;
    handle(id, "assigned", { assignee: isVisible ? null : COLLEAGUE });
  }

  function setDraft(id: string, draft: Draft | null): DraftAnswer {
    const had = draft ? drafts.set(id, draft).has(id) : drafts.delete(id);
    if (had)
      for (const listener of draftListeners) listener({ type: "draft", conversation: id, draft });
    return { draft };
  }

  function namedDrafts(): readonly Draft[] {
    return [...drafts.values()].map((draft) => ({
      ...draft,
      stranded: !find(draft.conversation).isVisible,
    }));
  }

  function rangeOf(messages: readonly StaffMessage[], range: Range): readonly StaffMessage[] {
    if ("after" in range)
      return messages.filter(({ seq }) => seq > range.after).slice(0, range.limit);
    return messages.filter(({ seq }) => seq < range.before).slice(-range.limit);
  }

  return {
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onDraft: (listener) => void draftListeners.add(listener),
    customerWrites(id, text = "Hello?") {
      if (!find(id).summary.blocked) append(find(id), { kind: "customer", text });
    },
    colleagueAnswers(id) {
      append(find(id), { kind: "staff", author: COLLEAGUE, text: "Hello!" });
    },
    resolve: (id) => handle(id, "resolved", { status: "resolved", unread: 0 }),
    reopen(id) {
      if (!find(id).summary.blocked) handle(id, "reopened", { status: "unresolved" });
    },
    assign: (id, to) => handle(id, "assigned", { assignee: PEOPLE[to] }),
    block: (id) => handle(id, "blocked", { blocked: true, status: "resolved", unread: 0 }),
    unblock: (id) => handle(id, "unblocked", { blocked: false }),
    takeAway: (id) => hand(id, false),
    giveBack: (id) => hand(id, true),
    hasMoved(id, message, { kind, after }) {
      const { messages } = find(id);
      return (
        kind === "staff" &&
        after !== undefined &&
        !messages.some((earlier) => earlier.id === message) &&
        messages.some(
          ({ seq, kind: said, author }) =>
            seq > after && said === "staff" && author?.id === COLLEAGUE.id,
        )
      );
    },
    post(id, message, { kind, text, draft = "" }) {
      const one = find(id);
      const stored = one.messages.find((earlier) => earlier.id === message);
      const added = stored ?? append(one, { id: message, author: ME, kind, text });
      const kept = drafts.get(id);
      const isBeginning = kept?.kind === kind && text.startsWith(kept.text.trim());
      if (!stored && kept && (kept.changedAt <= draft || isBeginning)) setDraft(id, null);
      return { conversation: one.summary, message: added };
    },
    keepDraft(id, draft) {
      moments += 1;
      const changedAt = new Date(clock() + (moments % 3)).toISOString();
      const stranded = { conversation: id, changedAt, stranded: false };
      return setDraft(id, draft.text === "" ? null : { ...draft, ...stranded });
    },
    deleteDraft: (id) => setDraft(id, null),
    drafts: namedDrafts,
    search(text) {
      const hits = visible().flatMap(({ summary, messages }) =>
        messages
          .filter((message) => message.text.includes(text))
          .map(({ seq, kind, author, sentAt }) => ({
            conversation: summary,
            message: { seq, kind, author, system: null, sentAt, parts: [{ text, hit: true }] },
            order: null,
          })),
      );
      return { position: position(), hits: hits.reverse(), next: null };
    },
    handle(id, change, event) {
      const one = find(id);
      if (event) append(one, { kind: "event", event, author: ME, text: "" }, change);
      else commit(one, change);
      return one.summary;
    },
    pass(id, to) {
      const one = find(id);
      const isVisible = to === null || to.id === ME.id;
      if (one.isVisible !== isVisible) one.accessFeedSeq = feedSeq + 1;
      one.isVisible = isVisible;
      const event = { type: "assigned", to };
      append(one, { kind: "event", event, author: ME, text: "" }, { assignee: to });
      return isVisible ? one.summary : null;
    },
    read(id, seq) {
      const one = find(id);
      const unread = one.messages.filter(
        (said) => said.kind === "customer" && said.seq > seq,
      ).length;
      if (unread < one.summary.unread) commit(one, { unread });
      return one.summary;
    },
    mayForget(next) {
      epoch = next;
    },
    snapshot() {
      const rows = visible()
        .map(({ summary }) => summary)
        .sort(compareRows);
      const unread = rows.filter((summary) => summary.unread > 0);
      return {
        position: position(),
        unread: unread
          .slice(0, MOST_NAMED)
          .map((summary) => ({ conversation: summary.id, messages: summary.unread })),
        views: {
          unresolved: named(rows, "unresolved"),
          resolved: named(rows, "resolved"),
          mine: named(rows, "mine"),
          unassigned: named(rows, "unassigned"),
          blocked: named(rows, "blocked"),
        },
        latest: (unread.length > 0 ? unread : rows).slice(0, 3),
        online: [...online],
        drafts: namedDrafts(),
      };
    },
    page(view, before, limit) {
      const after = before === null ? null : cursorOf(before);
      const rows = visible()
        .map(({ summary }) => summary)
        .filter(HELD[view])
        .filter((summary) => after === null || compareRows(summary, after) > 0)
        .sort(compareRows);
      const conversations = rows.slice(0, limit);
      const last = conversations.at(-1);
      const next = rows.length > limit && last ? `${last.lastActivityAt} ${last.id}` : null;
      return { position: position(), conversations, next };
    },
    thread: (id) => ({ conversation: find(id).summary, messages: find(id).messages.slice(-50) }),
    messages: (id, range) => ({
      conversation: find(id).summary,
      messages: rangeOf(find(id).messages, range),
    }),
    changes(asked, after) {
      if (asked !== epoch || after > feedSeq) return { type: "start_over" };
      const changed = [...kept.values()].filter((one) => one.feedSeq > after);
      return {
        type: "changes",
        position: position(),
        conversations: changed.filter((one) => one.isVisible).map(({ summary }) => summary),
        messages: [],
        gone: [...kept.values()]
          .filter((one) => one.accessFeedSeq > after && !one.isVisible)
          .map(({ summary }) => summary.id),
      };
    },
    has: (id) => kept.get(id)?.isVisible === true,
    setOnline(id, isOnline) {
      if (isOnline) online.add(id);
      else online.delete(id);
    },
    online: () => [...online],
  };
}

/** As the server's statements have it. */
const HELD: { readonly [V in View]: (summary: ConversationSummary) => boolean } = {
  all: () => true,
  unread: ({ unread }) => unread > 0,
  unresolved: ({ status }) => status === "unresolved",
  resolved: ({ status, blocked }) => status === "resolved" && !blocked,
  mine: ({ status, assignee }) => status === "unresolved" && assignee?.id === ME.id,
  unassigned: ({ status, assignee }) => status === "unresolved" && assignee === null,
  blocked: ({ blocked }) => blocked,
};

function named(rows: readonly ConversationSummary[], view: View): readonly string[] | null {
  const ids = rows.filter(HELD[view]).map(({ id }) => id);
  return ids.length < MOST_NAMED ? ids : null;
}

function cursorOf(text: string) {
  const [lastActivityAt = "", id = ""] = text.split(" ");
  return { lastActivityAt, id };
}
