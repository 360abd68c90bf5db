import type { Guard } from "@shopbell/protocol/guard";
import { type Outcome, outcomeOf, UNREACHED } from "../http.ts";

export interface FileRequest<T> {
  readonly url: string;
  readonly file: Blob;
  /** A shopper's; staff are known by their cookie. */
  readonly secret?: string;
  readonly guard: Guard<T>;
  readonly signal: AbortSignal;
  /** How much of it has left, from 0 to 1. */
  sent?(part: number): void;
  /** As long as nothing at all may happen. */
  readonly patience?: number;
}

const PATIENCE = 30_000;

/**
 * Sends the bytes of one file and says what came of it; it never throws. By XMLHttpRequest, because `fetch` does not tell
 * how far it has come.
 */
export function sendFile<T>(request: FileRequest<T>): Promise<Outcome<T>> {
  const { url, file, secret, guard, signal, sent, patience = PATIENCE } = request;
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(UNREACHED);
    const xhr = new XMLHttpRequest();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const abort = () => xhr.abort();
    const over = (outcome: Outcome<T>) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
      resolve(outcome);
    };
    const stillThere = () => {
      clearTimeout(timer);
      timer = setTimeout(abort, patience);
    };
    const failed = () => over(UNREACHED);
    signal.addEventListener("abort", abort);
    xhr.open("PUT", url);
    xhr.setRequestHeader("accept", "application/json");
    xhr.setRequestHeader("content-type", file.type || "application/octet-stream");
    if (secret !== undefined) xhr.setRequestHeader("authorization", `Bearer ${secret}`);
    xhr.upload.onprogress = ({ loaded, total }) => {
      stillThere();
      if (total > 0) sent?.(loaded / total);
    };
    xhr.onload = () => {
      const retryAfter = xhr.getResponseHeader("retry-after");
      const answer = new Response(xhr.responseText || null, {
        status: xhr.status,
        headers: retryAfter === null ? {} : { "retry-after": retryAfter },
      });
      outcomeOf(guard, answer).then(over, failed);
    };
    xhr.onerror = failed;
    xhr.onabort = failed;
    xhr.ontimeout = failed;
    stillThere();
    xhr.send(file);
  });
}
