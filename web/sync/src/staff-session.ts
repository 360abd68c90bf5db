import type { Card } from "@shopbell/protocol/card";
import type { DraftText, HitPage, StaffDraft, View } from "@shopbell/protocol/staff";
import type { ChangesFrame, StaffHello, StaffNews } from "@shopbell/protocol/staff-frames";
import { decodeStaffFrame, isStaffDraft } from "@shopbell/protocol/staff-guards";
import { createCell } from "./cell.ts";
import { createCompany } from "./company.ts";
import type { Connection } from "./connection.ts";
import { createDesk, type Files } from "./desk.ts";
import { createDrafts } from "./drafts.ts";
import type { Entry } from "./entry.ts";
import type { Environment } from "./environment.ts";
import type { Failure, Outcome } from "./http.ts";
import {
  type Inbox,
  takeChanges,
  takeOnline,
  takePage,
  takePosted,
  takePresence,
  takeSnapshot,
  takeSummary,
  takeThread,
} from "./inbox.ts";
import type { Polled } from "./long-poll.ts";
import { createNaps } from "./naps.ts";
import { createOpenLists } from "./open-lists.ts";
import { createOpenThreads } from "./open-threads.ts";
import { createOutbox } from "./outbox.ts";
import { hearProfile, mayHaveMissed } from "./profile-news.ts";
import { createReadMarks } from "./read-marks.ts";
import { createPersistence, type Persistence } from "./retry.ts";
import { createSearching } from "./searching.ts";
import { createSocket } from "./socket.ts";
import { createStaffActions, isAway, type StaffActions, withoutReturned } from "./staff-actions.ts";
import type { Sought, StaffApi } from "./staff-api.ts";
import { NOTHING_YET, type StaffState } from "./staff-state.ts";
import type { Storage } from "./storage.ts";
import { filesBefore, type MessageFiles } from "./uploads/message-files.ts";

export interface StaffSessionOptions {
  readonly api: StaffApi;
  /** Of this person in this store alone: its entries are sent in their name. */
  readonly storage: Storage;
  /** Likewise, of what is not to be sent yet. */
  readonly drafts: Storage;
  /** Who that person is. */
  readonly me: string;
  readonly environment: Environment;
  /** What messages take along. */
  readonly files?: MessageFiles;
}

/** One signed-in person's live view of one store. */
export interface StaffSession {
  readonly actions: StaffActions;
  subscribe(listener: () => void): () => void;
  getSnapshot(): StaffState;
  start(): void;
  stop(): void;
  /** Loads the first page once and keeps the list live from then on. Called after a refusal, it asks again. */
  showList(view: View): void;
  loadMore(view: View): void;
  /** Loads a thread and keeps it whole until it is let go of. */
  openThread(conversation: string): () => void;
  loadEarlier(conversation: string): void;
  /** Loads an open thread as far back as this message. */
  loadBackTo(conversation: string, seq: number): void;
  /** Asks once. What is found is followed live from then on. */
  search(sought: Sought, before: string | null, signal: AbortSignal): Promise<Outcome<HitPage>>;
  /** Keeps what was typed, here and on every other device, and lets others know that somebody types. */
  write(conversation: string, typed: Omit<DraftText, "after">): void;
  /**
   * Sends what was typed: shown at once, and kept until the server has it. Held instead when a colleague answered since it was
   * begun; said again, it goes. Files go along as soon as they have arrived. Returns the message's id; null when nothing went.
   */
  send(conversation: string, files?: Files): string | null;
  /** What of the shop goes with the next answer; kept by this page alone. */
  choose(conversation: string, cards: readonly Card[]): void;
  /** Deletes what was typed, also where its conversation may not be seen any more. */
  discardDraft(conversation: string): void;
  /** The conversation on screen, told to the colleagues in it. */
  view(conversation: string | null): void;
  retry(message: string): void;
  discard(message: string): void;
  /** Everything up to `seq` was on screen. */
  read(conversation: string, seq: number): void;
  /** Everything afresh, as at the start; what is on screen stays until the new is there. */
  reload(): void;
}

export function createStaffSession(options: StaffSessionOptions): StaffSession {
  const { me, api, storage, environment } = options;
  const cell = createCell(NOTHING_YET);
  const naps = createNaps(environment);
  /** Grows with every loading afresh, so that answers meant for the state before it are recognised. */
  let era = 0;
  let isLoading = true;
  let isStopped = false;
  let cancelWake = () => {};

  const inbox = () => cell.get().inbox;
  const take = (next: Inbox) => {
    if (next !== inbox()) cell.set({ inbox: next });
  };
  const persistence = () => (isLoading || isStopped ? null : persistenceOfThisEra());

  const socket = createSocket<StaffNews>({
    environment,
    url: api.socketUrl,
    hello,
    decode: decodeStaffFrame,
    heard,
    poll,
    changed: connectionChanged,
  });
  const lists = createOpenLists({
    api,
    inbox,
    persistence,
    publish: ({ inbox: next, loads }) => cell.set({ inbox: next ?? inbox(), listLoads: loads }),
  });
  const threads = createOpenThreads({
    api,
    inbox,
    persistence,
    publish({ inbox: next = inbox(), loads: threadLoads = cell.get().threadLoads }) {
      const { inbox: before, threadLoads: loadsBefore } = cell.get();
      if (next === before && threadLoads === loadsBefore) return;
      cell.set({ inbox: next, threadLoads });
    },
  });
  const marks = createReadMarks({
    api,
    persistence,
    took: (summary) => take(takeSummary(inbox(), summary)),
  });
  const signedOut = () => socket.end("signed_out");
  const isOver = () => isStopped;
  const search = createSearching({ api, naps, inbox, take, isStopped: isOver, signedOut });
  const actions = createStaffActions({
    api,
    inbox,
    take(next) {
      take(next);
      threads.check();
    },
    isAway: () => isAway(cell.get().connection, environment.now()),
    signedOut,
    departed: (id, to) => cell.set({ departures: new Map(cell.get().departures).set(id, to) }),
  });
  const outbox = createOutbox<StaffDraft>({
    storage,
    environment,
    isBody: isStaffDraft,
    post,
    changed(state) {
      cell.set({ outbox: state });
      drafts.check();
    },
    takesBack: (entry, code) => desk.takesBack(entry, code),
    over: ({ body }, isAtServer) => {
      if (body.attachments) options.files?.over(body.attachments, isAtServer);
    },
  });
  const drafts = createDrafts({
    api,
    storage: options.drafts,
    environment,
    isSending: (id) => cell.get().outbox.entries.some((entry) => entry.conversation === id),
    changed: (writings) => cell.set({ drafts: writings }),
  });
  const desk = createDesk({
    inbox,
    outbox,
    entries: () => cell.get().outbox.entries,
    drafts,
    cards: { get: chosen, set: choose },
    environment,
    me,
    again: (ids) => options.files?.again(ids),
  });
  const company = createCompany({
    environment,
    say: socket.say,
    changed: (next) => cell.set({ company: next }),
  });

  function chosen(conversation: string): readonly Card[] {
    return cell.get().cards.get(conversation) ?? [];
  }

  function choose(conversation: string, cards: readonly Card[]): void {
    const next = new Map(cell.get().cards);
    if (cards.length > 0) next.set(conversation, cards);
    else next.delete(conversation);
    cell.set({ cards: next });
  }

  function persistenceOfThisEra(): Persistence {
    const mine = era;
    return createPersistence({
      naps,
      environment,
      isOver: () => isStopped || mine !== era,
      signedOut,
    });
  }

  async function load(): Promise<void> {
    if (isStopped) return;
    era += 1;
    isLoading = true;
    socket.hold();
    const mine = persistenceOfThisEra();
    const snapshot = await mine.ask(() => api.inbox(), failedForNow);
    if (snapshot === null) return;
    if (snapshot.kind !== "done") return cell.set({ phase: "failed", failure: snapshot });
    const next = await withWhatIsOpen(takeSnapshot(snapshot.value, me), mine);
    if (next === null) return;
    isLoading = false;
    cell.set({ phase: "ready", failure: null, inbox: next });
    drafts.hearAll(snapshot.value.drafts);
    socket.start();
    lists.check();
    threads.check();
    marks.check();
  }

  function failedForNow(failure: Failure): void {
    if (cell.get().phase !== "ready") cell.set({ phase: "failed", failure });
  }

  /** The new state with the lists and threads that are on screen, so that nothing blinks when it takes the old one's place. */
  async function withWhatIsOpen(fresh: Inbox, mine: Persistence): Promise<Inbox | null> {
    const views = lists.views().filter((view) => inbox().lists[view]);
    const ids = threads.ids().filter((id) => inbox().threads.has(id));
    const pages = await Promise.all(views.map((view) => mine.ask(() => api.page(view, null))));
    const opened = await Promise.all(ids.map((id) => mine.ask(() => api.thread(id))));
    if (pages.includes(null) || opened.includes(null)) return null;
    let next = fresh;
    views.forEach((view, index) => {
      const page = pages[index];
      if (page?.kind === "done") next = takePage(next, view, page.value);
    });
    for (const thread of opened) {
      if (thread?.kind === "done") next = takeThread(next, thread.value);
    }
    return next;
  }

  function hello(): StaffHello {
    const { epoch, feedSeq } = inbox().position ?? { epoch: "", feedSeq: 0 };
    return { type: "hello", epoch, after: feedSeq };
  }

  function heard(news: StaffNews): void {
    switch (news.type) {
      case "changes":
        hearChanges(news);
        break;
      case "online":
        take(takeOnline(inbox(), news.conversations));
        break;
      case "presence":
        take(takePresence(inbox(), news));
        break;
      case "typing":
        company.heardTyping(news);
        break;
      case "viewers":
        company.heardViewers(news);
        break;
      case "profile":
        cell.set({ profileNews: hearProfile(cell.get().profileNews, news) });
        break;
      case "drafts":
        drafts.hearAll(news.drafts);
        break;
      case "draft":
        drafts.hear(news.conversation, news.draft);
        break;
      case "start_over":
        void load();
        break;
      case "unknown":
        break;
      default:
        news satisfies never;
    }
  }

  function hearChanges(frame: ChangesFrame): void {
    if (frame.position.epoch !== inbox().position?.epoch) return void load();
    take(takeChanges(inbox(), frame));
    const departures = withoutReturned(cell.get().departures, frame.conversations);
    if (departures !== cell.get().departures) cell.set({ departures });
    for (const message of frame.messages) outbox.delivered(message.id);
    company.said(frame.messages);
    company.gone(frame.gone);
    for (const id of frame.gone) drafts.strand(id, true);
    for (const { id } of frame.conversations) drafts.strand(id, false);
    threads.check();
  }

  async function poll(signal: AbortSignal, wait: number): Promise<Polled> {
    const { position } = inbox();
    if (!position) return "unanswered";
    const outcome = await api.changes(position, wait, signal);
    if (signal.aborted) return "unanswered";
    if (outcome.kind === "done") {
      heard(outcome.value);
      return "answered";
    }
    return outcome.kind === "refused" && outcome.status === 401 ? "signed_out" : "unanswered";
  }

  function connectionChanged(connection: Connection): void {
    cell.set({ connection });
    if (connection.kind === "open") {
      company.found();
      cell.set({ profileNews: mayHaveMissed(cell.get().profileNews) });
    } else company.lost();
    if (connection.kind === "open" || connection.kind === "polling") wake();
  }

  function wake(): void {
    naps.wake();
    options.files?.wake();
    outbox.wake();
    drafts.wake();
  }

  async function post(entry: Entry<StaffDraft>): Promise<Outcome<unknown>> {
    const outcome = await filesBefore(options.files, entry.body.attachments, () =>
      api.post(entry.conversation, entry.id, entry.body),
    );
    if (isStopped) return outcome;
    if (outcome.kind === "done") {
      take(takePosted(inbox(), outcome.value));
      threads.check();
    } else if (outcome.kind === "refused" && outcome.status === 401) signedOut();
    return outcome;
  }

  return {
    actions,
    subscribe: cell.subscribe,
    getSnapshot: cell.get,
    start() {
      cancelWake = environment.onWake(wake);
      void outbox.start();
      void drafts.start();
      void load();
    },
    stop() {
      isStopped = true;
      cancelWake();
      outbox.stop();
      drafts.stop();
      socket.end("stopped");
      naps.end();
    },
    showList: lists.show,
    loadMore: lists.more,
    openThread: threads.open,
    loadEarlier: threads.loadEarlier,
    loadBackTo: threads.loadBackTo,
    search,
    write(conversation, typed) {
      desk.write(conversation, typed);
      if (typed.text !== "") company.type(conversation, typed.kind === "note");
    },
    send: desk.send,
    choose,
    discardDraft: drafts.remove,
    view: company.view,
    retry(message) {
      const entry = cell.get().outbox.entries.find(({ id }) => id === message);
      if (!entry) return;
      if (entry.body.attachments) options.files?.again(entry.body.attachments);
      outbox.retry(message, desk.mended(entry));
    },
    discard: (message) => outbox.discard(message),
    read(conversation, seq) {
      const known = inbox().conversations.get(conversation);
      if (known?.unread !== 0 || known.mentioned) {
        marks.mark(conversation, seq, known?.lastSeq ?? seq);
      }
    },
    reload: () => void load(),
  };
}
