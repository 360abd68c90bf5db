import type {
  Contact,
  ShopperConversation,
  ShopperDraft,
  ShopperHello,
  ShopperMessage,
  ShopperNews,
  ShopperThread,
} from "@shopbell/protocol/shopper";
import { decodeShopperFrame, isShopperDraft } from "@shopbell/protocol/shopper-guards";
import { createCell } from "./cell.ts";
import type { Connection } from "./connection.ts";
import { withWords } from "./described.ts";
import type { Entry } from "./entry.ts";
import type { Environment } from "./environment.ts";
import type { Failure, Outcome } from "./http.ts";
import type { Polled } from "./long-poll.ts";
import { createNaps } from "./naps.ts";
import { createOutbox, NOTHING_TO_SEND, type OutboxState } from "./outbox.ts";
import { createReceipts } from "./receipts.ts";
import { createPersistence, type Persistence } from "./retry.ts";
import type { ShopperApi } from "./shopper-api.ts";
import { createSocket } from "./socket.ts";
import type { Storage } from "./storage.ts";
import {
  emptyThread,
  firstPlace,
  hasEarlier,
  hear,
  lastPlace,
  missing,
  publicSeqOf,
  type Thread,
  takeRange,
} from "./thread.ts";
import { BETWEEN_SIGNS, TYPING_LASTS } from "./typing.ts";
import { filesBefore, type MessageFiles } from "./uploads/message-files.ts";
import { MOST_MESSAGES } from "./url.ts";

export interface ShopperState {
  /** `new`: the server does not know this visitor yet; the first message sent changes that. */
  readonly phase: "new" | "loading" | "ready" | "failed";
  /** Why there is no thread to show; while it is one that may pass, it is being tried again. */
  readonly failure: Failure | null;
  readonly conversation: ShopperConversation | null;
  readonly thread: Thread<ShopperMessage>;
  readonly loadingEarlier: boolean;
  /** The store's messages above what was seen. */
  readonly unread: number;
  /** The first name of who is writing an answer right now. */
  readonly typing: string | null;
  readonly outbox: OutboxState<ShopperDraft>;
  readonly connection: Connection;
  /** Names this visitor in the addresses of files. */
  readonly viewer: string | null;
}

export interface ShopperSessionOptions {
  readonly api: ShopperApi;
  /** Looked at anew with every socket. */
  readonly secret: string;
  /** Drawn with the secret. The server may answer with another one, which is used from then on. */
  readonly conversation: string;
  /** Whether an earlier page had an answer for this secret. */
  readonly known: boolean;
  readonly storage: Storage;
  readonly environment: Environment;
  /** What messages take along. */
  readonly files?: MessageFiles;
}

/** One visitor's live view of their thread with a store. */
export interface ShopperSession {
  subscribe(listener: () => void): () => void;
  getSnapshot(): ShopperState;
  start(): void;
  stop(): void;
  /** Shown at once, and kept until the server has it. Returns the message's id. */
  send(draft: ShopperDraft): string;
  /** The same id again, after a refusal; with another contact if that was what was wrong. */
  retry(message: string, contact?: Contact): void;
  /** Given back to its writer, what goes with it is kept. */
  discard(message: string, isGivenBack?: boolean): void;
  loadEarlier(): void;
  /** A key was pressed; the store is told now and then. */
  type(): void;
  /** Everything up to there was on screen in an open, visible panel. */
  sawUpTo(publicSeq: number): void;
  /** Everything afresh; also when another tab sent the first message. */
  reload(): void;
}

const PAGE = 50;
/** As many messages the socket brings by itself after its welcome. */
const BROUGHT_BY_SOCKET = 200;

export function createShopperSession(options: ShopperSessionOptions): ShopperSession {
  const { api, storage, environment } = options;
  const cell = createCell<ShopperState>({
    phase: options.known ? "loading" : "new",
    failure: null,
    conversation: null,
    thread: emptyThread(),
    loadingEarlier: false,
    unread: 0,
    typing: null,
    outbox: NOTHING_TO_SEND,
    connection: { kind: "connecting" },
    viewer: null,
  });
  const naps = createNaps(environment);
  /** Grows with every loading afresh, so that answers meant for the state before it are recognised. */
  let era = 0;
  let isLoading = true;
  let isStopped = false;
  let isFilling = false;
  let saidHelloAfter = 0;
  /** The socket is about to bring everything up to here. */
  let promised = 0;
  let cancelWake = () => {};
  let cancelTyping = () => {};
  let typedAt = 0;

  const thread = () => cell.get().thread;
  const persistence = () => (isLoading || isStopped ? null : persistenceOfThisEra());

  const socket = createSocket<ShopperNews>({
    environment,
    url: api.socketUrl,
    hello,
    decode: decodeShopperFrame,
    heard,
    poll,
    changed: connectionChanged,
  });
  const receipts = createReceipts({
    api,
    environment,
    persistence,
    conversation: () => cell.get().conversation,
    messages: () => thread().messages,
    took: (conversation) => take(conversation, thread()),
  });
  const outbox = createOutbox<ShopperDraft>({
    storage,
    environment,
    isBody: isShopperDraft,
    post,
    changed: (state) => cell.set({ outbox: state }),
    over: ({ body }, isAtServer) => {
      if (body.attachments) options.files?.over(body.attachments, isAtServer);
    },
  });

  function persistenceOfThisEra(): Persistence {
    const mine = era;
    return createPersistence({
      naps,
      environment,
      isOver: () => isStopped || mine !== era,
      signedOut() {},
    });
  }

  /** The only way anything gets into the state: then what follows from it, receipts and gaps, is looked at once. */
  function take(conversation: ShopperConversation, next: Thread<ShopperMessage>): void {
    const known = cell.get().conversation;
    // The browser is somebody else's by now: known is the thread of another, or one that is closed.
    if (known && known.id !== conversation.id) return void load();
    const newest = known && known.version > conversation.version ? known : conversation;
    show({ conversation: newest, thread: next });
    receipts.check();
    void fill();
  }

  function show(changed: Partial<ShopperState>): void {
    cell.set(changed);
    const unread = receipts.unread();
    if (unread !== cell.get().unread) cell.set({ unread });
  }

  async function load(): Promise<void> {
    if (isStopped) return;
    era += 1;
    isLoading = true;
    socket.hold();
    if (cell.get().phase !== "ready") show({ phase: "loading" });
    const outcome = await persistenceOfThisEra().ask(() => api.conversation(), failedForNow);
    if (outcome === null) return;
    if (outcome.kind === "done") loaded(outcome.value);
    else if (outcome.status === 401)
      show({ phase: "new", conversation: null, thread: emptyThread() });
    else show({ phase: "failed", failure: outcome });
  }

  function loaded({ conversation, messages, viewer }: ShopperThread): void {
    isLoading = false;
    receipts.forget();
    show({
      phase: "ready",
      failure: null,
      conversation,
      thread: takeRange(publicSeqOf, emptyThread(), messages),
      viewer,
    });
    receipts.check();
    socket.start();
  }

  function failedForNow(failure: Failure): void {
    if (cell.get().phase !== "ready") show({ phase: "failed", failure });
  }

  /** Fetches what is missing and nothing else, unless the socket is about to bring it. */
  async function fill(): Promise<void> {
    const asking = persistence();
    if (isFilling || !asking) return;
    isFilling = true;
    for (let gap = gapNow(); gap; gap = gapNow()) {
      const range = { after: gap.after, limit: Math.min(gap.count, MOST_MESSAGES) };
      const outcome = await asking.ask(() => api.messages(range));
      if (outcome === null) {
        isFilling = false;
        return fill();
      }
      if (outcome.kind !== "done" || outcome.value.messages.length === 0) break;
      takeStretch(outcome.value);
    }
    isFilling = false;
  }

  function gapNow() {
    const { conversation } = cell.get();
    const isOnItsWay = thread().aside.length === 0 && lastPlace(publicSeqOf, thread()) < promised;
    return isOnItsWay ? null : missing(publicSeqOf, thread(), conversation?.lastPublicSeq ?? 0);
  }

  function takeStretch({ conversation, messages }: ShopperThread): void {
    take(conversation, takeRange(publicSeqOf, thread(), messages));
  }

  function takeMessage(conversation: ShopperConversation | null, message: ShopperMessage): void {
    const next = hear(publicSeqOf, thread(), message).thread;
    if (conversation) take(conversation, next);
  }

  function hello(): ShopperHello {
    saidHelloAfter = lastPlace(publicSeqOf, thread());
    return { type: "hello", secret: options.secret, after: saidHelloAfter };
  }

  function heard(news: ShopperNews): void {
    switch (news.type) {
      case "welcome":
        promised = Math.min(news.conversation.lastPublicSeq, saidHelloAfter + BROUGHT_BY_SOCKET);
        show({ viewer: news.viewer });
        take(news.conversation, thread());
        break;
      case "message":
        takeMessage(cell.get().conversation, news.message);
        if (news.message.author?.name === cell.get().typing) showTyping(null);
        outbox.delivered(news.message.id);
        break;
      case "conversation":
        take(news.conversation, thread());
        break;
      case "staff_typing":
        showTyping(news.author.name);
        break;
      case "described":
        show({ thread: withWords(thread(), news) });
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

  function showTyping(typing: string | null): void {
    cancelTyping();
    if (typing !== cell.get().typing) show({ typing });
    if (typing !== null) cancelTyping = environment.after(TYPING_LASTS, () => showTyping(null));
  }

  async function poll(signal: AbortSignal, wait: number): Promise<Polled> {
    const outcome = await api.news(lastPlace(publicSeqOf, thread()), wait, signal);
    if (signal.aborted) return "unanswered";
    if (outcome.kind === "done") {
      takeStretch(outcome.value);
      for (const message of outcome.value.messages) outbox.delivered(message.id);
      return "answered";
    }
    return outcome.kind === "refused" && outcome.status === 401 ? "signed_out" : "unanswered";
  }

  function connectionChanged(connection: Connection): void {
    promised = 0;
    // Nobody may have heard it: the next key says it again.
    typedAt = 0;
    if (connection.kind !== "open") showTyping(null);
    show({ connection });
    // Another secret may have come in the place of the one that was said.
    if (connection.kind === "closed" && connection.reason === "signed_out") void load();
    if (connection.kind === "open" || connection.kind === "polling") wake();
  }

  function wake(): void {
    naps.wake();
    options.files?.wake();
    outbox.wake();
  }

  async function post(entry: Entry<ShopperDraft>): Promise<Outcome<unknown>> {
    const known = cell.get().conversation?.id;
    const postTo = (id: string) =>
      filesBefore(options.files, entry.body.attachments, async () => {
        const first = await api.post(id, entry.id, entry.body);
        if (first.kind !== "refused" || !/^(page|cart)\b/.test(first.field ?? "")) return first;
        // What the shop's page said of itself must not keep its shopper from being heard.
        const { page, cart, ...body } = entry.body;
        return api.post(id, entry.id, body);
      });
    let outcome = await postTo(known ?? entry.conversation);
    // The id is that of somebody whose browser this was before.
    if (!known && outcome.kind === "refused" && outcome.status === 404)
      outcome = await postTo(environment.newId());
    if (isStopped) return outcome;
    if (outcome.kind === "refused" && outcome.code === "sender_blocked") {
      const { conversation } = cell.get();
      if (conversation) show({ conversation: { ...conversation, blocked: true } });
    }
    if (outcome.kind !== "done") return outcome;
    takeMessage(outcome.value.conversation, outcome.value.message);
    if (cell.get().phase === "new") {
      show({ phase: "ready" });
      void load();
    }
    return outcome;
  }

  return {
    subscribe: cell.subscribe,
    getSnapshot: cell.get,
    start() {
      cancelWake = environment.onWake(wake);
      void outbox.start();
      if (options.known) void load();
    },
    stop() {
      receipts.leave();
      isStopped = true;
      cancelWake();
      outbox.stop();
      socket.end("stopped");
      naps.end();
    },
    send(draft) {
      const id = environment.newId();
      outbox.add(id, options.conversation, draft);
      return id;
    },
    retry(message, contact) {
      const entry = cell.get().outbox.entries.find(({ id }) => id === message);
      if (entry?.body.attachments) options.files?.again(entry.body.attachments);
      outbox.retry(message, contact && entry ? { ...entry.body, contact } : undefined);
    },
    discard: outbox.discard,
    loadEarlier() {
      const asking = persistence();
      if (!asking || cell.get().loadingEarlier || !hasEarlier(publicSeqOf, thread())) return;
      const range = { before: firstPlace(publicSeqOf, thread()), limit: PAGE };
      show({ loadingEarlier: true });
      void asking
        .ask(() => api.messages(range))
        .then((outcome) => {
          if (outcome?.kind === "done") takeStretch(outcome.value);
          show({ loadingEarlier: false });
        });
    },
    type() {
      const now = environment.now();
      if (now - typedAt < BETWEEN_SIGNS) return;
      typedAt = now;
      socket.say({ type: "typing" });
    },
    sawUpTo(publicSeq) {
      receipts.saw(publicSeq);
      show({});
    },
    reload: () => void load(),
  };
}
