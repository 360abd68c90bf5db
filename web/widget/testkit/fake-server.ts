import type { ShopperMessage } from "@shopbell/protocol/shopper";

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | null;
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
    const conversation = {
      id: "c",
      lastPublicSeq: last,
      delivered: last,
      seen: 0,
      staffSeen: 0,
      blocked: false,
    };
    return { conversation: { ...conversation, version: last }, messages, viewer: "the-viewer" };
  }

  globalThis.fetch = async (input, options = {}) => {
    const url = String(input);
    const authorization = new Headers(options.headers).get("authorization");
    asked.push({ method: options.method ?? "GET", url, authorization, kept: { ...localStorage } });
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
    const publicSeq = messages.length + 1;
    const sentAt = new Date().toISOString();
    const message = known ?? {
      id,
      publicSeq,
      kind: "customer" as const,
      author: null,
      text,
      attachments: [],
      sentAt,
    };
    if (!known) messages.push(message);
    return answer(200, { conversation: thread(messages).conversation, message });
  };
  globalThis.WebSocket = class extends WebSocket {
    constructor(url: string | URL) {
      asked.push({ method: "SOCKET", url: String(url), authorization: null, kept: {} });
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
  };
}
