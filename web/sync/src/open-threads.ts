import type { StaffThread } from "@shopbell/protocol/staff";
import { type Inbox, isGone, takeThread, touchThread } from "./inbox.ts";
import { GONE, IDLE, LOADING, type Load } from "./load.ts";
import type { Persistence, Settled } from "./retry.ts";
import type { StaffApi } from "./staff-api.ts";
import { firstPlace, hasEarlier, type Missing, missing, seqOf } from "./thread.ts";
import { MOST_MESSAGES } from "./url.ts";

interface OpenThreadsOptions {
  readonly api: StaffApi;
  inbox(): Inbox;
  take(inbox: Inbox): void;
  changed(loads: ReadonlyMap<string, Load>): void;
  /** Null while the inbox itself is being loaded, and after the end. */
  persistence(): Persistence | null;
}

/** Keeps the threads on screen whole. What the others miss is fetched when they are opened again. */
export interface OpenThreads {
  ids(): readonly string[];
  /** Returns how to let go of it. */
  open(id: string): () => void;
  loadEarlier(id: string): void;
  /** To be called whenever the inbox changed: loads what is not there, fetches what is missing. */
  check(): void;
}

const PAGE = 50;

export function createOpenThreads(options: OpenThreadsOptions): OpenThreads {
  const holders = new Map<string, number>();
  const busy = new Set<string>();
  const loads = new Map<string, Load>();

  function show(id: string, load: Load): void {
    loads.set(id, load);
    options.changed(new Map(loads));
  }

  function check(): void {
    for (const id of holders.keys()) checkOne(id);
  }

  function checkOne(id: string): void {
    const persistence = options.persistence();
    if (!persistence || busy.has(id) || !holders.has(id)) return;
    const inbox = options.inbox();
    if (inbox.threads.has(id)) {
      if (gapOf(id)) void alone(id, () => fill(id, persistence));
    } else if (isGone(inbox, id)) {
      if (loads.get(id)?.kind !== "gone") show(id, GONE);
    } else if (mayLoad(id)) void alone(id, () => load(id, persistence));
  }

  /** Asking again what was refused is up to the reader; what was not to be seen may be once the feed tells of it. */
  function mayLoad(id: string): boolean {
    const kind = loads.get(id)?.kind;
    return kind !== "failed" && (kind !== "gone" || options.inbox().conversations.has(id));
  }

  function gapOf(id: string): Missing | null {
    const inbox = options.inbox();
    const thread = inbox.threads.get(id);
    return thread ? missing(seqOf, thread, inbox.conversations.get(id)?.lastSeq ?? 0) : null;
  }

  /** One request at a time per thread; `work` says whether to look again afterwards. */
  async function alone(id: string, work: () => Promise<boolean>): Promise<void> {
    busy.add(id);
    const again = await work();
    busy.delete(id);
    if (again) checkOne(id);
  }

  async function load(id: string, persistence: Persistence): Promise<boolean> {
    show(id, LOADING);
    const outcome = await persistence.ask(
      () => options.api.thread(id),
      (failure) => show(id, { kind: "failed", failure }),
    );
    return take(id, outcome);
  }

  /** Exactly what is missing, and nothing that is here: at most two hundred at a time. */
  async function fill(id: string, persistence: Persistence): Promise<boolean> {
    for (let gap = gapOf(id); gap; gap = gapOf(id)) {
      const range = { after: gap.after, limit: Math.min(gap.count, MOST_MESSAGES) };
      const outcome = await persistence.ask(() => options.api.messages(id, range));
      if (outcome === null) return true;
      // Refused or empty: the feed is about to say why.
      if (outcome.kind !== "done" || outcome.value.messages.length === 0) return false;
      options.take(takeThread(options.inbox(), outcome.value));
    }
    return false;
  }

  function take(id: string, outcome: Settled<StaffThread> | null): boolean {
    if (outcome === null) {
      show(id, IDLE);
      return true;
    }
    if (outcome.kind === "done") {
      options.take(takeThread(options.inbox(), outcome.value));
      show(id, IDLE);
      return true;
    }
    const notFound = outcome.status === 404;
    show(id, notFound ? GONE : { kind: "failed", failure: outcome });
    return false;
  }

  function release(id: string): void {
    const left = (holders.get(id) ?? 1) - 1;
    if (left > 0) holders.set(id, left);
    else {
      holders.delete(id);
      loads.delete(id);
      options.changed(new Map(loads));
    }
  }

  return {
    ids: () => [...holders.keys()],
    open(id) {
      holders.set(id, (holders.get(id) ?? 0) + 1);
      options.take(touchThread(options.inbox(), id));
      if (!loads.has(id)) show(id, options.inbox().threads.has(id) ? IDLE : LOADING);
      checkOne(id);
      let held = true;
      return () => {
        if (held) release(id);
        held = false;
      };
    },
    loadEarlier(id) {
      const persistence = options.persistence();
      const thread = options.inbox().threads.get(id);
      if (!persistence || busy.has(id) || !thread || !hasEarlier(seqOf, thread)) return;
      const range = { before: firstPlace(seqOf, thread), limit: PAGE };
      show(id, LOADING);
      void alone(id, async () =>
        take(
          id,
          await persistence.ask(
            () => options.api.messages(id, range),
            (failure) => show(id, { kind: "failed", failure }),
          ),
        ),
      );
    },
    check,
  };
}
