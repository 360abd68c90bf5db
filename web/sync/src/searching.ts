import type { HitPage } from "@shopbell/protocol/staff";
import type { Outcome } from "./http.ts";
import { type Inbox, takeHits } from "./inbox.ts";
import type { Naps } from "./naps.ts";
import type { Sought, StaffApi } from "./staff-api.ts";

interface SearchingOptions {
  readonly api: Pick<StaffApi, "search">;
  readonly naps: Naps;
  inbox(): Inbox;
  take(inbox: Inbox): void;
  isStopped(): boolean;
  signedOut(): void;
}

/** Asks for hits, and follows what it found. Who asked too much at once is not told so: the answer only takes longer. */
export function createSearching(options: SearchingOptions) {
  const { api, naps } = options;

  return async function search(
    sought: Sought,
    before: string | null,
    signal: AbortSignal,
  ): Promise<Outcome<HitPage>> {
    for (;;) {
      const outcome = await api.search(sought, before, signal);
      if (options.isStopped() || signal.aborted) return outcome;
      if (outcome.kind === "done") options.take(takeHits(options.inbox(), outcome.value));
      if (outcome.kind !== "refused") return outcome;
      if (outcome.status === 401) options.signedOut();
      if (outcome.status !== 429 || outcome.retryAfter === null) return outcome;
      await naps.sleep(outcome.retryAfter * 1_000);
      if (options.isStopped() || signal.aborted) return outcome;
    }
  };
}
