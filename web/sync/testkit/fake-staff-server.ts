import { isCount, isObject, isOneOf, isText } from "@shopbell/protocol/guard";
import type { ConversationSummary, ReadAnswer, ThreadEvent } from "@shopbell/protocol/staff";
import type { Failure, Outcome } from "../src/http.ts";
import type { StaffApi } from "../src/staff-api.ts";
import { refusal } from "./fake-post.ts";
import { COLLEAGUE, type FakeStore } from "./fake-store.ts";
import { ME } from "./samples.ts";
import type { FarEnd, World } from "./world.ts";

export interface FakeStaffServer {
  readonly api: StaffApi;
  /** Every request by its name, in order. */
  readonly requests: string[];
  /** How many messages travelled in answers to requests for ranges. */
  rangeMessages(): number;
  /** No network until `connect`: sockets end, requests go unanswered. */
  cutOff(): void;
  connect(): void;
  /** No socket gets through, everything else does. */
  blockSockets(): void;
  /** While muted, frames are lost on their way. */
  mute(isMuted: boolean): void;
  /** Answers requests of that name like this until told otherwise. */
  failing(name: string, failure: Failure | null): void;
}

const isHello = isObject({ type: isOneOf("hello"), epoch: isText, after: isCount });
const UNREACHED: Failure = { kind: "unreached" };
const NOT_FOUND = refusal(404, "not_found");
const MOST = 200;
const PAGE = 3;

/** The staff side of the server over a fake store: HTTP with latency, sockets, and a book of what was asked. */
export function createFakeStaffServer(world: World, store: FakeStore): FakeStaffServer {
  const requests: string[] = [];
  const failures = new Map<string, Failure>();
  const ends = new Set<FarEnd>();
  let isUp = true;
  let hasSockets = true;
  let isMuted = false;
  let rangeMessages = 0;

  /** Answers are made at the server's moment and arrive later. */
  async function answer<T>(name: string, make: () => T): Promise<Outcome<T>> {
    requests.push(name);
    await world.later(20);
    const failure = isUp ? failures.get(name) : UNREACHED;
    const outcome: Outcome<T> = failure ?? { kind: "done", value: make() };
    await world.later(world.random() * 60);
    return isUp ? outcome : UNREACHED;
  }

  function seen<T>(conversation: string, name: string, make: () => T): Promise<Outcome<T>> {
    const isSeen = store.has(conversation);
    return isSeen ? answer(name, make) : answer(name, () => null).then(() => NOT_FOUND);
  }

  function handled(
    id: string,
    name: string,
    change: Partial<ConversationSummary>,
    event?: ThreadEvent,
  ): Promise<Outcome<ReadAnswer>> {
    return seen(id, name, () => ({ conversation: store.handle(id, change, event) }));
  }

  function closeAll(): void {
    for (const end of ends) end.close(1006);
    ends.clear();
  }

  function ping(end: FarEnd): void {
    if (!end.isOpen()) return;
    end.say({ type: "ping" });
    world.after(25_000, () => ping(end));
  }

  store.onChange((frame) => {
    if (!isMuted) for (const end of ends) end.say(frame);
  });

  store.onDraft((frame) => {
    if (!isMuted) for (const end of ends) end.say(frame);
  });

  world.listen((end) => {
    if (!isUp || !hasSockets) return end.close(1006);
    end.onHeard((frame) => {
      if (!isHello(frame)) return;
      requests.push("hello");
      end.say({ type: "online", conversations: store.online() });
      end.say({ type: "drafts", drafts: store.drafts() });
      end.say(store.changes(frame.epoch, frame.after));
      ends.add(end);
      ping(end);
    });
    end.open();
  });

  return {
    requests,
    rangeMessages: () => rangeMessages,
    cutOff() {
      isUp = false;
      closeAll();
    },
    blockSockets() {
      hasSockets = false;
      closeAll();
    },
    connect() {
      isUp = true;
    },
    mute(next) {
      isMuted = next;
    },
    failing(name, failure) {
      if (failure) failures.set(name, failure);
      else failures.delete(name);
    },
    api: {
      socketUrl: "wss://chat.example/socket",
      store: () => Promise.resolve({ kind: "unreached" }),
      inbox: () => answer("inbox", store.snapshot),
      page: (view, before) =>
        answer(`page ${view}${before ? " next" : ""}`, () => store.page(view, before, PAGE)),
      search: ({ query }) => answer("search", () => store.search(query)),
      thread: (id) => seen(id, "thread", () => store.thread(id)),
      messages: (id, range) =>
        seen(id, "messages", () => {
          const limit = Math.min(range.limit, MOST);
          const stretch = store.messages(id, { ...range, limit });
          rangeMessages += stretch.messages.length;
          return stretch;
        }),
      async post(id, message, draft) {
        if (isUp && store.has(id) && store.hasMoved(id, message, draft)) {
          return answer("post", () => null).then(() => refusal(409, "thread_moved"));
        }
        return seen(id, "post", () => store.post(id, message, draft));
      },
      keepDraft: (id, draft) => seen(id, "draft", () => store.keepDraft(id, draft)),
      deleteDraft: (id) => answer("delete draft", () => store.deleteDraft(id)),
      read: (id, seq) => seen(id, "read", () => ({ conversation: store.read(id, seq) })),
      bulk: ({ conversations, action }) =>
        answer("bulk", () => {
          const seen = conversations.filter(store.has);
          const handedOver = action.type === "assign" && action.to !== ME.id;
          if (handedOver) for (const id of seen) store.pass(id, COLLEAGUE);
          const done = handedOver
            ? []
            : seen.map((id) =>
                store.handle(id, { status: "resolved", unread: 0 }, { type: "resolved" }),
              );
          const refused = conversations
            .filter((id) => !seen.includes(id) && !handedOver)
            .map((conversation) => ({ conversation, code: "not_found" }));
          return { done, gone: handedOver ? seen : [], refused };
        }),
      assigned: () => Promise.resolve(UNREACHED),
      access: () => Promise.resolve(UNREACHED),
      status: (id, status) =>
        handled(id, "status", status === "resolved" ? { status, unread: 0 } : { status }, {
          type: status === "resolved" ? "resolved" : "reopened",
        }),
      assign: (id, to, from) => {
        const { assignee } = store.thread(id).conversation;
        if ((assignee?.id ?? null) !== from) {
          const more = { assignee };
          return answer("assign", () => null).then(() =>
            refusal(409, "assigned_meanwhile", null, more),
          );
        }
        const name = to === null ? null : to === ME.id ? ME : COLLEAGUE;
        return seen(id, "assign", () => ({ conversation: store.pass(id, name) }));
      },
      block: (id) =>
        handled(id, "block", { blocked: true, status: "resolved", unread: 0 }, { type: "blocked" }),
      unblock: (id) => handled(id, "unblock", { blocked: false }, { type: "unblocked" }),
      markUnread: (id) => handled(id, "unread", { unread: 1 }),
      label: (id, labels) => handled(id, "labels", { labels }),
      colleagues: () =>
        answer("colleagues", () => ({
          colleagues: [ME, COLLEAGUE].map((each) => ({ ...each, open: 2 })),
        })),
      labels: () => answer("labels", () => ({ labels: ["Delivery", "Returns"] })),
      emailStanding: () =>
        answer("email-standing", () => ({
          canSend: true,
          hearsAnswers: true,
          waiting: 0,
          since: null,
          reason: null,
        })),
      today: () => answer("today", () => ({ answered: 2 })),
      transcriptUrl: (id, { format, notes }) => `/transcript/${id}?${format}&${notes}`,
      originalUrl: (id, seq) => `/original/${id}/${seq}`,
      async changes({ epoch, feedSeq }, wait) {
        requests.push("changes");
        if (!isUp) return UNREACHED;
        for (let waited = 0; waited < wait; waited += 1) {
          const frame = store.changes(epoch, feedSeq);
          if (frame.type === "start_over" || frame.position.feedSeq > feedSeq) break;
          await world.later(1000);
        }
        await world.later(20);
        return { kind: "done", value: store.changes(epoch, feedSeq) };
      },
    },
  };
}
