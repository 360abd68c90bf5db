import { isCount, isObject, isOneOf, isText } from "@shopbell/protocol/guard";
import type {
  Receipts,
  ShopperConversation,
  ShopperMessage,
  ShopperMessageKind,
} from "@shopbell/protocol/shopper";
import type { Failure, Outcome } from "../src/http.ts";
import type { ShopperApi } from "../src/shopper-api.ts";
import { refusal } from "./fake-post.ts";
import { aShopperMessage } from "./samples.ts";
import type { FarEnd, World } from "./world.ts";

export interface FakeShopperServer {
  readonly api: ShopperApi;
  readonly requests: string[];
  readonly messages: readonly ShopperMessage[];
  rangeMessages(): number;
  conversation(): ShopperConversation;
  /** The store says something, or stores something that only its staff see. */
  says(kind?: ShopperMessageKind): void;
  notes(): void;
  /** The store says something, and the frame that tells of it is lost. */
  saysUnheard(): void;
  staffOpens(): void;
  staffTypes(name: string): void;
  /** What was said on sockets after the hello. */
  readonly heard: readonly unknown[];
  /** A back-up was restored: the last messages never happened. */
  loses(count: number): void;
  /** The browser becomes somebody else's, who has a thread of so many messages; told on sockets or not. */
  becomes(id: string, count: number, isTold?: boolean): void;
  cutOff(): void;
  connect(): void;
  blockSockets(): void;
  failing(name: string, failure: Failure | null): void;
}

export const SECRET = "a-secret-of-this-browser";
const isHello = isObject({ type: isOneOf("hello"), secret: isText, after: isCount });
const UNREACHED: Failure = { kind: "unreached" };
const UNKNOWN = refusal(401, "unknown_visitor");
const MOST = 200;
const VIEWER = "the-viewer";

/** One visitor's thread at the server: HTTP with latency, sockets, and a book of what was asked. */
export function createFakeShopperServer(world: World): FakeShopperServer {
  const requests: string[] = [];
  const failures = new Map<string, Failure>();
  const ends = new Set<FarEnd>();
  const messages: ShopperMessage[] = [];
  const heard: unknown[] = [];
  /** Ids of threads that are not this browser's any more. */
  const others = new Set<string>();
  let conversation: ShopperConversation = {
    id: "conversation-of-the-server",
    lastPublicSeq: 0,
    delivered: 0,
    seen: 0,
    staffSeen: 0,
    blocked: false,
    version: 0,
  };
  let isUp = true;
  let hasSockets = true;
  let rangeMessages = 0;

  function change(changed: Partial<ShopperConversation>): void {
    conversation = { ...conversation, ...changed, version: conversation.version + 1 };
  }

  function tell(frame: unknown): void {
    for (const end of ends) end.say(frame);
  }

  function append(message: Partial<ShopperMessage>, isTold = true): ShopperMessage {
    const added = aShopperMessage(conversation.lastPublicSeq + 1, {
      id: `message-${world.newId()}`,
      ...message,
    });
    messages.push(added);
    change({ lastPublicSeq: added.publicSeq });
    if (isTold) tell({ type: "message", message: added });
    return added;
  }

  function range(after: number, limit: number) {
    return messages.filter(({ publicSeq }) => publicSeq > after).slice(0, Math.min(limit, MOST));
  }

  async function answer<T>(name: string, make: () => T): Promise<Outcome<T>> {
    requests.push(name);
    await world.later(20);
    const failure = isUp ? failures.get(name) : UNREACHED;
    const isStranger = messages.length === 0 && name !== "post";
    const outcome: Outcome<T> = failure ?? (isStranger ? UNKNOWN : { kind: "done", value: make() });
    await world.later(world.random() * 60);
    return isUp ? outcome : UNREACHED;
  }

  function receive({ delivered, seen }: Receipts) {
    if (delivered > conversation.delivered || seen > conversation.seen) {
      change({
        delivered: Math.max(delivered, conversation.delivered),
        seen: Math.max(seen, conversation.seen),
      });
      tell({ type: "conversation", conversation });
    }
    return { conversation };
  }

  function ping(end: FarEnd): void {
    if (!end.isOpen()) return;
    end.say({ type: "ping" });
    world.after(25_000, () => ping(end));
  }

  function closeAll(): void {
    for (const end of ends) end.close(1006);
    ends.clear();
  }

  world.listen((end) => {
    if (!isUp || !hasSockets) return end.close(1006);
    end.onHeard((frame) => {
      if (!isHello(frame)) return void heard.push(frame);
      requests.push("hello");
      if (frame.secret !== SECRET || messages.length === 0) return end.close(4401);
      end.say({ type: "welcome", conversation, viewer: VIEWER });
      if (frame.after > conversation.lastPublicSeq) end.say({ type: "start_over" });
      for (const message of range(frame.after, MOST)) end.say({ type: "message", message });
      ends.add(end);
      ping(end);
    });
    end.open();
  });

  return {
    requests,
    messages,
    rangeMessages: () => rangeMessages,
    conversation: () => conversation,
    says: (kind = "staff") =>
      void append({ kind, author: kind === "staff" ? { name: "Maya" } : null }),
    notes: () => change({}),
    saysUnheard: () => void append({}, false),
    staffTypes: (name) => tell({ type: "staff_typing", author: { name } }),
    heard,
    staffOpens() {
      change({ staffSeen: conversation.lastPublicSeq });
      tell({ type: "conversation", conversation });
    },
    loses(count) {
      messages.splice(-count);
      const last = messages.length;
      change({ lastPublicSeq: last, delivered: 0, seen: 0 });
    },
    becomes(id, count, isTold = true) {
      messages.length = 0;
      others.add("conversation-drawn");
      conversation = { ...conversation, id, lastPublicSeq: 0, delivered: 0, seen: 0, version: 0 };
      for (let index = 0; index < count; index += 1) append({ text: `Of ${id}` }, false);
      if (!isTold) return;
      tell({ type: "start_over" });
      for (const end of ends) end.close(1012);
      ends.clear();
    },
    cutOff() {
      isUp = false;
      closeAll();
    },
    connect() {
      isUp = true;
    },
    blockSockets() {
      hasSockets = false;
      closeAll();
    },
    failing(name, failure) {
      if (failure) failures.set(name, failure);
      else failures.delete(name);
    },
    api: {
      socketUrl: "wss://chat.example/socket",
      conversation: () =>
        answer("conversation", () => ({
          conversation,
          messages: messages.slice(-50),
          viewer: VIEWER,
        })),
      messages: (asked) =>
        answer("messages", () => {
          const stretch =
            "after" in asked
              ? range(asked.after, asked.limit)
              : messages.filter(({ publicSeq }) => publicSeq < asked.before).slice(-asked.limit);
          rangeMessages += stretch.length;
          return { conversation, messages: stretch, viewer: VIEWER };
        }),
      async news(after, wait) {
        if (!isUp) return UNREACHED;
        requests.push("news");
        const { version } = conversation;
        for (let waited = 0; waited < wait; waited += 1) {
          if (conversation.version !== version || range(after, 1).length > 0) break;
          await world.later(1000);
        }
        await world.later(20);
        const messages = range(after, 50);
        return { kind: "done", value: { conversation, messages, viewer: VIEWER } };
      },
      post: async (to, id, { text }) => {
        if (others.has(to) && messages.length === 0) {
          requests.push("post to another's");
          await world.later(20);
          return refusal(404, "not_found");
        }
        return answer("post", () => {
          const stored = messages.find((message) => message.id === id);
          const message = stored ?? append({ id, text, kind: "customer", author: null });
          return { conversation, message };
        });
      },
      receipts: (receipts) =>
        answer(`receipts ${receipts.delivered} ${receipts.seen}`, () => receive(receipts)),
    },
  };
}
