import type {
  ConversationPage,
  ConversationSummary,
  HitPage,
  InboxSnapshot,
  Position,
  StaffMessage,
  StaffPosted,
  StaffThread,
  View,
} from "@shopbell/protocol/staff";
import type { ChangesFrame, PresenceFrame } from "@shopbell/protocol/staff-frames";
import { describes, withDescriptions } from "./descriptions.ts";
import {
  NO_STANDINGS,
  type Standings,
  standingsOf,
  viewCount,
  withoutStandings,
  withStandings,
} from "./inbox-counts.ts";
import {
  compareRows,
  type List,
  withoutConversations,
  withPage,
  withSummaries,
} from "./inbox-lists.ts";
import { emptyThread, hear, seqOf, type Thread, takeRange } from "./thread.ts";
import { belongs, forEachView } from "./views.ts";

/** What a staff member sees of a store, as far as this client has loaded it. Plain data: every change makes a new one. */
export interface Inbox {
  /** Whose inbox it is: what is *mine* depends on it. */
  readonly reader: string;
  readonly position: Position | null;
  /** The feed position of the snapshot it all began with. An answer older than that could hide changes nobody will tell again. */
  readonly since: number;
  readonly conversations: ReadonlyMap<string, ConversationSummary>;
  /**
   * The newest feed position that told of a conversation, also of one that is gone: so a late answer or an
   * old frame neither brings back what was taken away nor takes away what came back.
   */
  readonly toldAt: ReadonlyMap<string, number>;
  /** Conversation to number of unread messages, also for conversations not loaded. */
  readonly unread: ReadonlyMap<string, number>;
  readonly online: ReadonlySet<string>;
  /** When those left whose leaving this client was told of, and who have not come back. */
  readonly leftAt: ReadonlyMap<string, string>;
  readonly standings: Standings;
  /** Null: not loaded. */
  readonly lists: { readonly [V in View]: List | null };
  /** The threads opened last, least recently opened first. */
  readonly threads: ReadonlyMap<string, Thread<StaffMessage>>;
}

const THREADS_KEPT = 50;

export const emptyInbox: Inbox = {
  reader: "",
  position: null,
  since: 0,
  conversations: new Map(),
  toldAt: new Map(),
  unread: new Map(),
  online: new Set(),
  leftAt: new Map(),
  standings: NO_STANDINGS,
  lists: forEachView(() => null),
  threads: new Map(),
};

export function takeSnapshot(snapshot: InboxSnapshot, reader: string): Inbox {
  const begun: Inbox = {
    ...emptyInbox,
    reader,
    position: snapshot.position,
    since: snapshot.position.feedSeq,
    unread: new Map(snapshot.unread.map(({ conversation, messages }) => [conversation, messages])),
    online: new Set(snapshot.online),
    standings: standingsOf(snapshot.views),
  };
  return takeSummaries(begun, snapshot.latest, snapshot.position.feedSeq);
}

/** Whether a page was made before the snapshot, or in another history: it has to be asked for again. */
function isOutdated(inbox: Inbox, page: { readonly position: Position }): boolean {
  return page.position.epoch !== inbox.position?.epoch || page.position.feedSeq < inbox.since;
}

export function takePage(inbox: Inbox, view: View, page: ConversationPage): Inbox {
  if (isOutdated(inbox, page)) return inbox;
  const next = takeSummaries(inbox, page.conversations, page.position.feedSeq);
  const holds = holdsIn(inbox, view);
  const list = withPage(holds, inbox.lists[view], page, next.conversations.values());
  return { ...next, lists: { ...next.lists, [view]: list } };
}

/** The conversations in which a search found something. */
export function takeHits(inbox: Inbox, page: HitPage): Inbox {
  if (isOutdated(inbox, page)) return inbox;
  const found = page.hits.map((hit) => hit.conversation);
  return takeSummaries(inbox, found, page.position.feedSeq);
}

export function takeChanges(inbox: Inbox, frame: ChangesFrame): Inbox {
  // Another epoch is another history. The session loads afresh; nothing of this may be mixed in.
  if (frame.position.epoch !== inbox.position?.epoch) return inbox;
  const told = frame.position.feedSeq;
  const left = takeGone(inbox, frame.gone, told);
  const heard = takeMessages(left, frame.messages);
  const next = takeSummaries(heard, frame.conversations, told);
  return told > inbox.position.feedSeq ? { ...next, position: frame.position } : next;
}

/** Who left while this client was away is not told, so nothing is known of when. */
export function takeOnline(inbox: Inbox, conversations: readonly string[]): Inbox {
  const online = new Set(conversations);
  const leftAt = new Map([...inbox.leftAt].filter(([id]) => !online.has(id)));
  return { ...inbox, online, leftAt };
}

export function takePresence(inbox: Inbox, frame: PresenceFrame): Inbox {
  const online = new Set(inbox.online);
  const leftAt = new Map(inbox.leftAt);
  if (frame.online) online.add(frame.conversation);
  else online.delete(frame.conversation);
  if (frame.leftAt === undefined) leftAt.delete(frame.conversation);
  else leftAt.set(frame.conversation, frame.leftAt);
  return { ...inbox, online, leftAt };
}

/** A summary from an answer of its own, such as after reading. It names no position, so it never brings back what is gone. */
export function takeSummary(inbox: Inbox, summary: ConversationSummary): Inbox {
  return isGone(inbox, summary.id) ? inbox : takeSummaries(inbox, [summary], null);
}

/** A thread as it was loaded: the newest page, or a range of one that is held already. */
export function takeThread(inbox: Inbox, { conversation, messages }: StaffThread): Inbox {
  if (isGone(inbox, conversation.id)) return inbox;
  const held = inbox.threads.get(conversation.id) ?? emptyThread<StaffMessage>();
  const threads = new Map(inbox.threads);
  const taken = takeRange(seqOf, held, messages);
  threads.set(conversation.id, messages.some(describes) ? withDescriptions(taken) : taken);
  for (const oldest of threads.keys()) {
    if (threads.size <= THREADS_KEPT) break;
    threads.delete(oldest);
  }
  return takeSummary({ ...inbox, threads }, conversation);
}

/** The answer to a message of one's own. The feed tells of it too, before or after. */
export function takePosted(inbox: Inbox, { conversation, message }: StaffPosted): Inbox {
  const told = takeMessages(inbox, [message]);
  return conversation ? takeSummary(told, conversation) : told;
}

/** A conversation that an answer says is no longer to be seen. The feed tells of it too, before or after. */
export function takeLost(inbox: Inbox, id: string): Inbox {
  return takeGone(inbox, [id], Math.max(inbox.position?.feedSeq ?? 0, inbox.toldAt.get(id) ?? 0));
}

/** Messages of threads that are not loaded change nothing here: their summaries say what the lists and counts need. */
function takeMessages(inbox: Inbox, messages: readonly StaffMessage[]): Inbox {
  const loaded = messages.filter((message) => inbox.threads.has(message.conversation));
  if (loaded.length === 0) return inbox;
  const threads = new Map(inbox.threads);
  for (const message of loaded) {
    const thread = threads.get(message.conversation) ?? emptyThread<StaffMessage>();
    const { thread: heard } = hear(seqOf, thread, message);
    threads.set(message.conversation, describes(message) ? withDescriptions(heard) : heard);
  }
  return { ...inbox, threads };
}

/** Notes that a thread was opened just now, so that it is the last to be let go of. */
export function touchThread(inbox: Inbox, id: string): Inbox {
  const thread = inbox.threads.get(id);
  if (!thread) return inbox;
  const threads = new Map(inbox.threads);
  threads.delete(id);
  threads.set(id, thread);
  return { ...inbox, threads };
}

/** The Inbox badge: unread conversations. */
export function badge(inbox: Inbox): number {
  return inbox.unread.size;
}

/** How many conversations a view holds, loaded or not; 1,000 for more than 999. */
export function countOf(inbox: Inbox, view: View): number {
  return viewCount(view, badge(inbox), inbox.standings);
}

/** The Messages module: unread messages. */
export function unreadMessages(inbox: Inbox): number {
  let sum = 0;
  for (const messages of inbox.unread.values()) sum += messages;
  return sum;
}

/** The newest unread conversation, or the newest when none is unread, of those this client knows. */
export function latest(inbox: Inbox): ConversationSummary | null {
  const known = [...inbox.conversations.values()];
  const unread = known.filter((summary) => summary.unread > 0);
  const candidates = unread.length > 0 ? unread : known;
  return candidates.reduce<ConversationSummary | null>(
    (first, summary) => (first && compareRows(first, summary) < 0 ? first : summary),
    null,
  );
}

/** Conversations in which a note names the reader, who has not opened it: newest first, of those this client knows. */
export function mentions(inbox: Inbox): readonly ConversationSummary[] {
  return [...inbox.conversations.values()].filter(({ mentioned }) => mentioned).sort(compareRows);
}

/** Whether the feed said that this one is no longer to be seen. */
export function isGone(inbox: Inbox, id: string): boolean {
  return inbox.toldAt.has(id) && !inbox.conversations.has(id);
}

function takeGone(inbox: Inbox, gone: readonly string[], told: number): Inbox {
  const leaving = gone.filter((id) => told >= (inbox.toldAt.get(id) ?? 0));
  if (leaving.length === 0) return inbox;
  const next = opened(inbox);
  const threads = new Map(inbox.threads);
  const online = new Set(inbox.online);
  const leftAt = new Map(inbox.leftAt);
  for (const id of leaving) {
    next.toldAt.set(id, told);
    next.conversations.delete(id);
    next.unread.delete(id);
    threads.delete(id);
    online.delete(id);
    leftAt.delete(id);
  }
  const standings = withoutStandings(inbox.standings, leaving);
  const lists = mapLists(inbox, (_, list) => withoutConversations(list, new Set(leaving)));
  return { ...inbox, ...next, threads, online, leftAt, standings, lists };
}

function takeSummaries(
  inbox: Inbox,
  summaries: readonly ConversationSummary[],
  told: number | null,
): Inbox {
  const next = opened(inbox);
  const fresh = summaries.filter((summary) => {
    const known = next.conversations.get(summary.id);
    const toldAt = next.toldAt.get(summary.id) ?? 0;
    if (!known && told !== null && told < toldAt) return false;
    if (told !== null) next.toldAt.set(summary.id, Math.max(told, toldAt));
    if (known && summary.version < known.version) return false;
    next.conversations.set(summary.id, summary);
    if (summary.unread > 0) next.unread.set(summary.id, summary.unread);
    else next.unread.delete(summary.id);
    return true;
  });
  if (fresh.length === 0) return { ...inbox, toldAt: next.toldAt };
  // One conversation may be told of twice at once: its last summary is the one that holds.
  const latest = [...new Map(fresh.map((summary) => [summary.id, summary])).values()];
  const lists = mapLists(inbox, (view, list) => withSummaries(holdsIn(inbox, view), list, latest));
  const standings = withStandings(inbox.standings, latest, inbox.reader);
  return { ...inbox, ...next, standings, lists };
}

/** Copies of the maps that a change of summaries writes to: one copy per change, however many summaries it has. */
function opened(inbox: Inbox) {
  return {
    conversations: new Map(inbox.conversations),
    toldAt: new Map(inbox.toldAt),
    unread: new Map(inbox.unread),
  };
}

function holdsIn({ reader }: Inbox, view: View): (summary: ConversationSummary) => boolean {
  return (summary) => belongs(view, summary, reader);
}

function mapLists(inbox: Inbox, change: (view: View, list: List) => List): Inbox["lists"] {
  return forEachView((view) => {
    const list = inbox.lists[view];
    return list && change(view, list);
  });
}
