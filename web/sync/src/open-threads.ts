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
  /** One or both, told as one change. */
  publish(change: ThreadsChange): void;
  /** Null while the inbox itself is being loaded, and after the end. */
  persistence(): Persistence | null;
}

export interface ThreadsChange {
  readonly inbox?: Inbox;
  readonly loads?: ReadonlyMap<string, Load>;
}

/** What to do once others may work on the thread again; says whether to look at it once more. */
type Finish = () => boolean;

/** Keeps the threads on screen whole. What the others miss is fetched when they are opened again. */
export interface OpenThreads {
  ids(): readonly string[];
  /** Returns how to let go of it. */
  open(id: string): () => void;
  loadEarlier(id: string): void;
  /** Loads earlier messages until this one is there. */
  loadBackTo(id: string, seq: number): void;
  /** To be called whenever the inbox changed: loads what is not there, fetches what is missing. */
  check(): void;
}

const PAGE = 50;

export function createOpenThreads(options: OpenThreadsOptions): OpenThreads {
  const holders = new Map<string, number>();
  const busy = new Set<string>();
  /** Threads whose earlier messages were asked for while newer ones were being fetched. */
  const wanted = new Set<string>();
  /** How far back threads are wanted. */
  const sought = new Map<string, number>();
  const loads = new Map<string, Load>();

  function show(id: string, load: Load, inbox?: Inbox): void {
    loads.set(id, load);
    const change = { loads: new Map(loads) };
    options.publish(inbox ? { inbox, ...change } : change);
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

  /**
   * One request at a time per thread. It is over before its end is told, so that whoever hears of that may ask for
   * more at once.
   */
  async function alone(id: string, work: () => Promise<Finish>): Promise<void> {
    busy.add(id);
    const finish = await work();
    busy.delete(id);
    const again = finish();
    if (wanted.delete(id)) loadEarlier(id);
    if (again) checkOne(id);
  }

  async function load(id: string, persistence: Persistence): Promise<Finish> {
    show(id, LOADING);
    const outcome = await persistence.ask(
      () => options.api.thread(id),
      (failure) => show(id, { kind: "failed", failure }),
    );
    return () => take(id, outcome);
  }

  /** Exactly what is missing, and nothing that is here: at most two hundred at a time. */
  async function fill(id: string, persistence: Persistence): Promise<Finish> {
    for (let gap = gapOf(id); gap; gap = gapOf(id)) {
      const range = { after: gap.after, limit: Math.min(gap.count, MOST_MESSAGES) };
      const outcome = await persistence.ask(() => options.api.messages(id, range));
      if (outcome === null) return () => true;
      // Refused or empty: the feed is about to say why.
      if (outcome.kind !== "done" || outcome.value.messages.length === 0) return () => false;
      options.publish({ inbox: takeThread(options.inbox(), outcome.value) });
    }
    return () => false;
  }

  function loadEarlier(id: string): void {
    const persistence = options.persistence();
    const thread = options.inbox().threads.get(id);
    if (!persistence || !thread || !hasEarlier(seqOf, thread)) return;
    if (busy.has(id)) {
      if (loads.get(id)?.kind !== "loading") wanted.add(id);
      return;
    }
    const first = firstPlace(seqOf, thread);
    const far = first - (sought.get(id) ?? first);
    const range = { before: first, limit: Math.min(PAGE + far, MOST_MESSAGES) };
    void alone(id, async () => {
      show(id, LOADING);
      const outcome = await persistence.ask(
        () => options.api.messages(id, range),
        (failure) => show(id, { kind: "failed", failure }),
      );
      return () => take(id, outcome);
    });
  }

  function goOnBack(id: string): void {
    const seq = sought.get(id);
    const thread = options.inbox().threads.get(id);
    if (seq === undefined || !thread) return;
    if (firstPlace(seqOf, thread) > seq) wanted.add(id);
    else sought.delete(id);
  }

  function take(id: string, outcome: Settled<StaffThread> | null): boolean {
    if (outcome === null) {
      show(id, IDLE);
      return true;
    }
    if (outcome.kind === "done") {
      show(id, IDLE, takeThread(options.inbox(), outcome.value));
      goOnBack(id);
      return true;
    }
    sought.delete(id);
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
      wanted.delete(id);
      sought.delete(id);
      options.publish({ loads: new Map(loads) });
    }
  }

  return {
    ids: () => [...holders.keys()],
    open(id) {
      holders.set(id, (holders.get(id) ?? 0) + 1);
      options.publish({ inbox: touchThread(options.inbox(), id) });
      if (!loads.has(id)) show(id, options.inbox().threads.has(id) ? IDLE : LOADING);
      checkOne(id);
      let held = true;
      return () => {
        if (held) release(id);
        held = false;
      };
    },
    loadEarlier,
    loadBackTo(id, seq) {
      sought.set(id, seq);
      goOnBack(id);
      if (!busy.has(id) && wanted.delete(id)) loadEarlier(id);
    },
    check,
  };
}
