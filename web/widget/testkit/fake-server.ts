import type { ShopperMessage } from "@shopbell/protocol/shopper";

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | null;
  readonly body: unknown;
  /** It arrives even if the page goes. */
  readonly keepalive: boolean;
  /** What the shop's page had kept when the request left. */
  readonly kept: Readonly<Record<string, string>>;
}

export interface FakeServer {
  readonly asked: readonly Asked[];
  /** What is stored, by the visitor's secret. */
  readonly threads: ReadonlyMap<string, readonly ShopperMessage[]>;
  /** From now on it stores what comes, and its answers are lost. */
  loseAnswers(lost: boolean): void;
  /** From now on what comes is neither stored nor answered. */
  hang(hanging: boolean): void;
  refuse(code: string | null): void;
  /** Staff answer in every thread there is. */
  reply(text: string): void;
}

const POST = /\/conversations\/[\w-]+\/messages\/([\w-]+)$/;

/** As much of the server as the first messages need, in place of `fetch`; there are no sockets. */
export function serveInPlaceOfFetch(): FakeServer {
  const asked: Asked[] = [];
  const threads = new Map<string, ShopperMessage[]>();
  let isMute = false;
  let isHanging = false;
  let refusal: string | null = null;

  function answer(status: number, body: unknown): Response {
    if (isMute) throw new TypeError("The connection is gone.");
    return new Response(JSON.stringify(body), { status });
  }

  function thread(messages: readonly ShopperMessage[]) {
    const last = messages.length;
    const conversation = { id: "c", lastPublicSeq: last, delivered: 0, seen: 0, staffSeen: 0 };
    return { conversation: { ...conversation, version: last }, messages };
  }

  globalThis.fetch = async (input, options = {}) => {
    const url = String(input);
    const authorization = new Headers(options.headers).get("authorization");
    asked.push({
      method: options.method ?? "GET",
      url,
      authorization,
      body: JSON.parse(String(options.body ?? null)),
      keepalive: options.keepalive ?? false,
      kept: { ...localStorage },
    });
    if (isHanging) return new Promise<Response>(() => {});
    const secret = authorization?.slice("Bearer ".length) ?? "";
    const id = POST.exec(url)?.[1];
    if (!id) {
      const messages = threads.get(secret);
      return messages ? answer(200, thread(messages)) : answer(401, { code: "unknown_visitor" });
    }
    if (refusal) return answer(422, { code: refusal });
    const messages = threads.get(secret) ?? [];
    threads.set(secret, messages);
    const known = messages.find((message) => message.id === id);
    const { text } = JSON.parse(String(options.body));
    const message = known ?? said("customer", id, text, messages.length + 1);
    if (!known) messages.push(message);
    return answer(200, { conversation: thread(messages).conversation, message });
  };
  globalThis.WebSocket = class extends WebSocket {
    constructor(url: string | URL) {
      const nothing = { authorization: null, body: null, keepalive: false, kept: {} };
      asked.push({ method: "SOCKET", url: String(url), ...nothing });
      super("ws://127.0.0.1:9");
    }
  };

  return {
    asked,
    threads,
    loseAnswers(lost) {
      isMute = lost;
    },
    hang(hanging) {
      isHanging = hanging;
    },
    refuse(code) {
      refusal = code;
    },
    reply(text) {
      for (const messages of threads.values()) {
        messages.push(said("staff", crypto.randomUUID(), text, messages.length + 1));
      }
    },
  };
}

function said(
  kind: ShopperMessage["kind"],
  id: string,
  text: string,
  publicSeq: number,
): ShopperMessage {
  return { id, publicSeq, kind, author: null, text, sentAt: new Date().toISOString() };
}
