import { isRecord } from "@shopbell/protocol/guard";
import type { ShopperMessage } from "@shopbell/protocol/shopper";
import { subjectOf } from "../panel/src/page/token.ts";

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | null;
  /** What the shop's page had kept when the request left. */
  readonly kept: Readonly<Record<string, string>>;
  readonly body: unknown;
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
  /** Who is vouched for, by the visitor's secret: whatever token is not refused. */
  readonly identities: ReadonlyMap<string, string>;
  /** Every cart that was told, the newest last. */
  readonly carts: readonly unknown[];
  /** Every page that was told, the newest last. */
  readonly pages: readonly unknown[];
  /** A customer who has written before, as whom a token makes known. */
  meet(subject: string, texts: readonly string[]): void;
  /** Of a token, from now on. */
  refuseTokens(reason: string | null): void;
  /** By which secret browsers went on, by the one before. */
  readonly replaced: ReadonlyMap<string, string>;
  /** Somebody else's browser shows a proof with this secret, and goes on with another. */
  replace(secret: string, next: string): void;
  /** The next secret that is taken is, and nobody hears of it, nor, if so wished, of anything afterwards. */
  loseNextRenewal(hanging?: boolean): void;
}

const POST = /\/conversations\/[\w-]+\/messages\/([\w-]+)$/;

/** As much of the server as the first messages need, in place of `fetch`; there are no sockets. */
export function serveInPlaceOfFetch(): FakeServer {
  const asked: Asked[] = [];
  const threads = new Map<string, ShopperMessage[]>();
  let isMute = false;
  let isHanging = false;
  let refusal: string | null = null;
  let tokenRefusal: string | null = null;
  const identities = new Map<string, string>();
  const carts: unknown[] = [];
  const pages: unknown[] = [];
  const customers = new Map<string, ShopperMessage[]>();
  const replaced = new Map<string, string>();
  const confirmed = new Set<string>();
  let isRenewalLost = false;
  let hangsThen = false;

  function replace(secret: string, next: string): void {
    replaced.set(secret, next);
    const messages = threads.get(secret);
    if (messages) threads.set(next, messages);
    threads.delete(secret);
    identities.delete(secret);
  }

  /** The secret that is alive once a proof has taken effect, or why it takes none. */
  function renewed(secret: string, body: unknown, isNews: (secret: string) => boolean) {
    const next = isRecord(body) && typeof body.next === "string" ? body.next : null;
    const successor = replaced.get(secret);
    const offer = successor ? null : next;
    const alive = successor ?? secret;
    if (!isNews(alive)) {
      return offer ? answer(409, { code: "next_secret_unneeded" }) : alive;
    }
    if (!offer) {
      const renews = isRecord(body) && (body.renews === true || next !== null);
      return renews ? answer(409, { code: "next_secret_needed" }) : alive;
    }
    const isTaken = [threads, identities, replaced].some((map) => map.has(offer));
    if (isTaken) return answer(409, { code: "next_secret_taken" });
    replace(secret, offer);
    return offer;
  }

  function proven(status: number, body: unknown, isRenewed: boolean): Response {
    if (!isRenewed || !isRenewalLost) return answer(status, body);
    isRenewalLost = false;
    isHanging = hangsThen;
    throw new TypeError("The connection is gone.");
  }

  function answer(status: number, body: unknown): Response {
    if (isMute) throw new TypeError("The connection is gone.");
    return new Response(body === null ? null : JSON.stringify(body), { status });
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
    const body: unknown = options.body ? JSON.parse(String(options.body)) : null;
    const kept = { ...localStorage };
    asked.push({ method: options.method ?? "GET", url, authorization, kept, body });
    if (isHanging) return new Promise<Response>(() => {});
    const secret = authorization?.slice("Bearer ".length) ?? "";
    const successor = replaced.get(secret);
    const isSame = isRecord(body) && body.next === successor && url.includes("/identity");
    if (successor !== undefined && !isSame) return answer(401, { code: "secret_replaced" });
    if (url.endsWith("/identity/email")) {
      const alive = renewed(secret, body, (one) => !confirmed.has(one) && !identities.has(one));
      if (alive instanceof Response) return alive;
      confirmed.add(alive);
      return proven(200, { email: "anna@example.com", confirmed: true }, alive !== secret);
    }
    if (url.endsWith("/identity")) {
      if (tokenRefusal) return answer(403, { code: "identity_refused", detail: tokenRefusal });
      const token = textOf(body, "token");
      const { sub } = JSON.parse(atob(token.split(".")[1] ?? ""));
      const isNews = (one: string) => subjectOf(identities.get(one) ?? "") !== sub;
      const alive = renewed(secret, body, isNews);
      if (alive instanceof Response) return alive;
      const messages = customers.get(sub);
      if (messages) threads.set(alive, messages);
      identities.set(alive, token);
      return proven(204, null, alive !== secret);
    }
    if (url.endsWith("/cart")) {
      if (!threads.has(secret) && !identities.has(secret))
        return answer(404, { code: "not_found" });
      carts.push(body);
      return answer(204, null);
    }
    if (url.endsWith("/page")) {
      if (!threads.has(secret)) return answer(404, { code: "not_found" });
      pages.push(body);
      return answer(204, null);
    }
    const id = POST.exec(url)?.[1];
    if (!id) {
      const messages = threads.get(secret);
      return messages ? answer(200, thread(messages)) : answer(401, { code: "unknown_visitor" });
    }
    if (refusal) return answer(422, { code: refusal });
    const messages = threads.get(secret) ?? [];
    threads.set(secret, messages);
    const known = messages.find((message) => message.id === id);
    const text = textOf(body, "text");
    const publicSeq = messages.length + 1;
    const message = known ?? said(text, id, publicSeq);
    if (!known) messages.push(message);
    return answer(200, { conversation: thread(messages).conversation, message });
  };
  globalThis.WebSocket = class extends WebSocket {
    constructor(url: string | URL) {
      asked.push({ method: "SOCKET", url: String(url), authorization: null, kept: {}, body: null });
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
    identities,
    carts,
    pages,
    meet(subject, texts) {
      customers.set(
        subject,
        texts.map((text, index) => said(text, `m${index}`, index + 1)),
      );
    },
    refuseTokens(reason) {
      tokenRefusal = reason;
    },
    replaced,
    replace,
    loseNextRenewal(hanging = false) {
      isRenewalLost = true;
      hangsThen = hanging;
    },
  };
}

function said(text: string, id: string, publicSeq: number): ShopperMessage {
  const sentAt = new Date().toISOString();
  return { id, publicSeq, kind: "customer", author: null, text, attachments: [], sentAt };
}

function textOf(body: unknown, field: string): string {
  return isRecord(body) ? String(body[field]) : "";
}
