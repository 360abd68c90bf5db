import { type Guard, isRecord, isText } from "@shopbell/protocol/guard";

/** The server said no, and why: nothing was stored. `retryAfter` is in seconds. */
export interface Refused {
  readonly kind: "refused";
  readonly status: number;
  /** Stable; the apps translate it. */
  readonly code: string;
  /** The input it is about, when there is one. */
  readonly field: string | null;
  readonly retryAfter: number | null;
  /** All that the server said, for the refusals that say more. */
  readonly problem: Readonly<Record<string, unknown>>;
}

/** No answer, or none of our server's making: whether it was stored is unknown, and asking again is right. */
export interface Unreached {
  readonly kind: "unreached";
}

export type Failure = Refused | Unreached;

export type Outcome<T> = { readonly kind: "done"; readonly value: T } | Failure;

export interface Request<T> {
  readonly method?: "GET" | "PUT" | "POST" | "DELETE";
  readonly url: string;
  readonly body?: unknown;
  readonly secret?: string;
  readonly guard: Guard<T>;
  readonly signal?: AbortSignal;
  /** Longer than the default for a request the server is asked to hold. */
  readonly patience?: number;
  /** Goes out even when the page it was asked on is left meanwhile. */
  readonly keepalive?: boolean;
}

const PATIENCE = 15_000;

/** "Accepted" and "No Content": our server answers these without a body. */
const WORDLESS = new Set([202, 204]);

export const UNREACHED: Unreached = { kind: "unreached" };

/** Sends one request and says what came of it; it never throws. */
export async function ask<T>(request: Request<T>): Promise<Outcome<T>> {
  const limit = new AbortController();
  const abort = () => limit.abort();
  const timer = setTimeout(abort, request.patience ?? PATIENCE);
  request.signal?.addEventListener("abort", abort);
  try {
    if (request.signal?.aborted) return UNREACHED;
    const response = await fetch(request.url, {
      method: request.method ?? "GET",
      headers: headersOf(request),
      body: JSON.stringify(request.body),
      // A shopper is known by the secret alone; cookies, if the browser has any for us, are somebody else's.
      credentials: request.secret === undefined ? "same-origin" : "omit",
      signal: limit.signal,
      keepalive: !!request.keepalive,
    });
    return await outcomeOf(request.guard, response);
  } catch {
    return UNREACHED;
  } finally {
    clearTimeout(timer);
    request.signal?.removeEventListener("abort", abort);
  }
}

/** Whether the same request may well succeed later. */
export function isTransient(failure: Failure): boolean {
  return failure.kind === "unreached" || failure.status === 429 || failure.status >= 500;
}

function headersOf(request: Request<unknown>): Record<string, string> {
  return {
    accept: "application/json",
    ...(request.body === undefined ? {} : { "content-type": "application/json" }),
    ...(request.secret === undefined ? {} : { authorization: `Bearer ${request.secret}` }),
  };
}

/** What an answer says; it throws where that is not JSON. */
export async function outcomeOf<T>(guard: Guard<T>, response: Response): Promise<Outcome<T>> {
  const data: unknown = WORDLESS.has(response.status) ? null : await response.json();
  if (response.ok) return guard(data) ? { kind: "done", value: data } : UNREACHED;
  // A proxy or a captive network may refuse as well; only our server's refusals are final, and those carry a code.
  if (!isRecord(data) || !isText(data.code)) return UNREACHED;
  return {
    kind: "refused",
    status: response.status,
    code: data.code,
    field: isText(data.field) ? data.field : null,
    retryAfter: secondsOf(response.headers.get("retry-after")),
    problem: data,
  };
}

function secondsOf(header: string | null): number | null {
  return header !== null && /^\d+$/.test(header) ? Number(header) : null;
}
