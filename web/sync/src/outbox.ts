import type { Guard } from "@shopbell/protocol/guard";
import { type Entry, inOrder, readBack, writtenOut } from "./entry.ts";
import type { Environment } from "./environment.ts";
import { isTransient, type Outcome } from "./http.ts";
import { createNaps } from "./naps.ts";
import { waitAfter } from "./retry.ts";
import type { Storage } from "./storage.ts";

export interface OutboxState<B> {
  /** In the order they were written. */
  readonly entries: readonly Entry<B>[];
  readonly sending: ReadonlySet<string>;
  /** Nothing is sent until somebody signed in again; everything is kept. */
  readonly paused: boolean;
}

export const NOTHING_TO_SEND: OutboxState<never> = {
  entries: [],
  sending: new Set(),
  paused: false,
};

export interface OutboxOptions<B> {
  readonly storage: Storage;
  readonly isBody: Guard<B>;
  readonly environment: Environment;
  /** One try. It must be safe to repeat, and takes the answer in before it settles. */
  post(entry: Entry<B>): Promise<Outcome<unknown>>;
  changed(state: OutboxState<B>): void;
  /** Whether the writer takes back what was refused, to change it and send it as something new. */
  takesBack?(entry: Entry<B>, code: string): boolean;
  /** It is at the server, or given up: what was kept to go with it is of no use any more. */
  over?(entry: Entry<B>, isAtServer: boolean): void;
}

/**
 * Messages on their way: kept before they are sent, sent one at a time and in order per conversation, repeated with the same id until
 * there is an answer. Two tabs may send the same entry; the server stores it once and whoever hears first takes it out for both.
 */
export interface Outbox<B> {
  /** Reads what an earlier page left behind and begins to send. */
  start(): Promise<void>;
  stop(): void;
  add(id: string, conversation: string, body: B): void;
  /** The same id again, for an entry that was refused; with another body if the writer mended it. */
  retry(id: string, body?: B): void;
  /** Forgets an entry that is not being sent right now. Its writer may have it back: then what goes with it is kept. */
  discard(id: string, isGivenBack?: boolean): void;
  /** The server has it: its message was heard before its answer came. */
  delivered(id: string): void;
  /** Tries at once what waits for its next try. */
  wake(): void;
  /** Sends again after a pause. */
  resume(): void;
}

export function createOutbox<B>(options: OutboxOptions<B>): Outbox<B> {
  const { storage, environment } = options;
  const naps = createNaps(environment);
  const entries = new Map<string, Entry<B>>();
  const sending = new Set<string>();
  /** On their way into the storage: sent only once they are in. */
  const keeping = new Set<string>();
  /** Refused by the storage: that it does not list them is no sign of delivery. */
  const unkept = new Set<string>();
  /** Taken out by this page: a reading of the storage begun before that must not bring them back. */
  const dropped = new Set<string>();
  let writes = 0;
  const lanes = new Set<string>();
  /** Waiting for their next try. */
  const retrying = new Set<string>();
  let paused = false;
  let stopped = false;
  let unsubscribe = () => {};

  function publish(): void {
    if (stopped) return;
    options.changed({ entries: inOrder(entries.values()), sending: new Set(sending), paused });
  }

  async function keep(entry: Entry<B>): Promise<void> {
    entries.set(entry.id, entry);
    keeping.add(entry.id);
    writes += 1;
    publish();
    try {
      await storage.set(entry.id, writtenOut(entry));
      unkept.delete(entry.id);
    } catch {
      // Storage is full or forbidden. The message is sent all the same; only a page load now could lose it.
      unkept.add(entry.id);
    }
    keeping.delete(entry.id);
  }

  async function drop(id: string): Promise<void> {
    entries.delete(id);
    dropped.add(id);
    publish();
    // The entry behind one that is gone has nothing to wait for.
    if (retrying.has(id)) naps.wake();
    try {
      await storage.remove(id);
    } catch {
      // It comes back with the next page load and is sent again, which the server recognises.
    }
  }

  async function reread(): Promise<void> {
    const before = writes;
    const items = await storage.all().catch(() => null);
    if (items === null || stopped) return;
    if (writes !== before) return reread();
    const kept = new Map<string, Entry<B>>();
    for (const { value } of items) {
      const entry = readBack(options.isBody, value);
      if (entry) kept.set(entry.id, entry);
    }
    for (const [id, entry] of [...entries]) {
      if (kept.has(id) || unkept.has(id) || keeping.has(id)) continue;
      options.over?.(entry, true);
      entries.delete(id);
      if (retrying.has(id)) naps.wake();
    }
    for (const [id, entry] of kept) {
      if (!dropped.has(id) && !keeping.has(id)) entries.set(id, entry);
    }
    publish();
    run();
  }

  function run(): void {
    if (paused || stopped) return;
    const waiting = new Set([...entries.values()].map((entry) => entry.conversation));
    for (const conversation of waiting) if (!lanes.has(conversation)) void runLane(conversation);
  }

  async function runLane(conversation: string): Promise<void> {
    lanes.add(conversation);
    let tries = 0;
    for (let entry = next(conversation); entry; entry = next(conversation)) {
      const outcome = await attempt(entry);
      if (stopped) break;
      if (outcome.kind !== "done" && isTransient(outcome)) {
        retrying.add(entry.id);
        await waitAfter(outcome, tries, naps, environment);
        retrying.delete(entry.id);
        tries += 1;
      } else {
        tries = 0;
        await settle(entry.id, outcome);
      }
    }
    lanes.delete(conversation);
  }

  function next(conversation: string): Entry<B> | undefined {
    if (paused || stopped) return undefined;
    const first = inOrder(entries.values()).find(
      (entry) => entry.conversation === conversation && entry.failed === null,
    );
    return first && keeping.has(first.id) ? undefined : first;
  }

  async function attempt(entry: Entry<B>): Promise<Outcome<unknown>> {
    sending.add(entry.id);
    publish();
    const outcome = await options.post(entry);
    sending.delete(entry.id);
    publish();
    return outcome;
  }

  async function settle(id: string, outcome: Outcome<unknown>): Promise<void> {
    const entry = entries.get(id);
    if (outcome.kind === "done") await finish(id, true);
    else if (outcome.kind === "refused" && outcome.status === 401) {
      paused = true;
      publish();
    } else if (outcome.kind === "refused" && entry) {
      // Gone from the list meanwhile means delivered: a late refusal of a second copy must not bring it back.
      if (options.takesBack?.(entry, outcome.code)) await drop(id);
      else await keep({ ...entry, failed: outcome.code });
    }
  }

  async function finish(id: string, isAtServer: boolean): Promise<void> {
    const entry = entries.get(id);
    if (entry) options.over?.(entry, isAtServer);
    await drop(id);
  }

  function retry(id: string, body?: B): void {
    const entry = entries.get(id);
    if (entry?.failed == null) return;
    void keep({ ...entry, body: body ?? entry.body, failed: null }).then(run);
  }

  function lastAt(): number {
    return Math.max(0, ...[...entries.values()].map((entry) => entry.at));
  }

  return {
    async start() {
      unsubscribe = storage.subscribe(() => void reread());
      await reread();
    },
    stop() {
      stopped = true;
      unsubscribe();
      naps.end();
    },
    add(id, conversation, body) {
      const at = Math.max(environment.now(), lastAt() + 1);
      void keep({ id, conversation, body, at, failed: null }).then(run);
    },
    retry,
    discard(id, isGivenBack) {
      if (!sending.has(id) && entries.has(id)) void (isGivenBack ? drop(id) : finish(id, false));
    },
    delivered(id) {
      if (entries.has(id)) void finish(id, true);
    },
    wake: () => naps.wake(),
    resume() {
      paused = false;
      publish();
      run();
    },
  };
}
