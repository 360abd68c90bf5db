import type { Draft, DraftAnswer, DraftText } from "@shopbell/protocol/staff";
import { backOff } from "./back-off.ts";
import type { Environment } from "./environment.ts";
import { isTransient, type Outcome } from "./http.ts";
import type { Storage } from "./storage.ts";
import { readWriting, sameWords, type Writing, writingOf } from "./writing.ts";

/** By conversation; only those in which there is something. */
export type Writings = ReadonlyMap<string, Writing>;

interface DraftsOptions {
  readonly api: {
    keepDraft(conversation: string, draft: DraftText): Promise<Outcome<DraftAnswer>>;
    deleteDraft(conversation: string): Promise<Outcome<DraftAnswer>>;
  };
  readonly storage: Storage;
  readonly environment: Environment;
  /** Whether something said in this conversation is still on its way: the server drops the draft it was with it. */
  isSending(conversation: string): boolean;
  changed(writings: Writings): void;
}

/**
 * What is typed and not sent: kept on this device at once, on the server a moment later, and followed on every other device.
 * The newest wins. What was typed offline or after a log-out waits here until the server has it.
 */
export interface Drafts {
  start(): Promise<void>;
  stop(): void;
  get(conversation: string): Writing | undefined;
  /** Without text there is no draft any more. */
  write(conversation: string, typed: DraftText): void;
  /** What the server refused to let through is here again, to be looked at before it is sent once more. */
  hold(conversation: string, why: Writing["held"], typed: DraftText): void;
  /** It was handed to the outbox. */
  sent(conversation: string): void;
  /** Its conversation may not be seen any more, or again. */
  strand(conversation: string, isStranded: boolean): void;
  /** Deletes it everywhere, also where its conversation may not be seen. */
  remove(conversation: string): void;
  hear(conversation: string, theirs: Draft | null): void;
  /** Everything the server has, instead of what was known of it. */
  hearAll(theirs: readonly Draft[]): void;
  /** Saves what waits for nothing but its turn. To be called when something may go now that did not before. */
  check(): void;
  /** Saves at once what waits for its next try. */
  wake(): void;
}

const PAUSE = 700;
const LONGEST_PAUSE = 3_000;
/** Whoever typed so lately is typing. */
const TYPING = 1_000;

export function createDrafts(options: DraftsOptions): Drafts {
  const { api, storage, environment } = options;
  const writings = new Map<string, Writing>();
  const timers = new Map<string, () => void>();
  const inFlight = new Map<string, Writing>();
  /** Not saved since then, by this device's clock. */
  const unsavedSince = new Map<string, number>();
  /** As it is, the server does not take it. */
  const refused = new Set<string>();
  /** The storage does not keep it: that it does not list it is no sign that another tab sent it. */
  const unkept = new Set<string>();
  let writes = 0;
  let tries = 0;
  /** How far the server's clock is ahead of this one's. */
  let ahead = 0;
  let stopped = false;
  let unsubscribe = () => {};

  function publish(): void {
    if (!stopped) options.changed(new Map([...writings].filter(([, { text }]) => text !== "")));
  }

  function put(writing: Writing): void {
    const { conversation } = writing;
    writings.set(conversation, writing);
    writes += 1;
    publish();
    storage.set(conversation, JSON.stringify(writing)).then(
      () => void unkept.delete(conversation),
      () => void unkept.add(conversation),
    );
  }

  function drop(conversation: string): void {
    settled(conversation);
    if (!writings.delete(conversation)) return;
    writes += 1;
    publish();
    // One that stays behind is met again as a draft of one's own: nothing is lost by that.
    storage.remove(conversation).catch(() => {});
  }

  function settled(conversation: string): void {
    timers.get(conversation)?.();
    timers.delete(conversation);
    unsavedSince.delete(conversation);
  }

  function saveSoon(conversation: string, wait: number): void {
    const now = environment.now();
    const since = unsavedSince.get(conversation) ?? now;
    unsavedSince.set(conversation, since);
    timers.get(conversation)?.();
    const latest = Math.max(0, since + LONGEST_PAUSE - now);
    const cancel = environment.after(Math.max(Math.min(wait, latest), 0), () => {
      timers.delete(conversation);
      void save(conversation);
    });
    timers.set(conversation, cancel);
  }

  function waits(conversation: string): boolean {
    const writing = writings.get(conversation);
    return (
      writing !== undefined &&
      !writing.isSaved &&
      !writing.isStranded &&
      !refused.has(conversation) &&
      !inFlight.has(conversation) &&
      !options.isSending(conversation)
    );
  }

  async function save(conversation: string): Promise<void> {
    const writing = writings.get(conversation);
    if (stopped || !writing || !waits(conversation)) return;
    settled(conversation);
    inFlight.set(conversation, writing);
    const { kind, text, after, mentions } = writing;
    const outcome = await api.keepDraft(conversation, { kind, text, after, mentions });
    inFlight.delete(conversation);
    if (!stopped) took(conversation, writing, outcome);
  }

  function took(conversation: string, sent: Writing, outcome: Outcome<DraftAnswer>): void {
    if (outcome.kind === "done") {
      tries = 0;
      acknowledged(conversation, sent, outcome.value.draft?.changedAt ?? null);
      if (waits(conversation)) saveSoon(conversation, PAUSE);
    } else if (isTransient(outcome)) {
      tries += 1;
      unsavedSince.delete(conversation);
      const cancel = environment.after(backOff(tries, environment.random), () => check());
      timers.get(conversation)?.();
      timers.set(conversation, cancel);
    } else if (outcome.kind === "refused" && outcome.status === 404) strand(conversation, true);
    else refused.add(conversation);
  }

  function acknowledged(conversation: string, sent: Writing, changedAt: string | null): void {
    const now = writings.get(conversation);
    if (changedAt !== null) ahead = Date.parse(changedAt) - environment.now();
    if (!now) return;
    const isSaved = sameWords(now, sent);
    if (isSaved && now.text === "") drop(conversation);
    else put({ ...now, savedAt: changedAt, isSaved });
  }

  function check(): void {
    for (const conversation of writings.keys()) {
      if (waits(conversation) && !timers.has(conversation)) void save(conversation);
    }
  }

  function strand(conversation: string, isStranded: boolean): void {
    const writing = writings.get(conversation);
    if (!writing || writing.isStranded === isStranded) return;
    if (writing.text === "" && isStranded) drop(conversation);
    else put({ ...writing, isStranded });
    if (!isStranded) check();
  }

  function change(conversation: string, typed: DraftText, held: Writing["held"]): void {
    const before = writings.get(conversation);
    refused.delete(conversation);
    if (typed.text === "" && !before?.savedAt && !inFlight.has(conversation)) {
      drop(conversation);
      return;
    }
    put({
      ...typed,
      conversation,
      at: Math.max(Math.round(environment.now()), (before?.at ?? 0) + 1),
      savedAt: before?.savedAt ?? null,
      isSaved: false,
      isStranded: before?.isStranded ?? false,
      held,
    });
    saveSoon(conversation, PAUSE);
  }

  function hear(conversation: string, theirs: Draft | null): void {
    if (options.isSending(conversation)) return;
    const mine = writings.get(conversation);
    if (theirs === null) {
      if (mine?.isSaved) drop(conversation);
      return;
    }
    const flying = inFlight.get(conversation);
    const at = Date.parse(theirs.changedAt);
    if (flying && sameWords(flying, theirs)) acknowledged(conversation, flying, theirs.changedAt);
    else if (mine?.savedAt && at <= Date.parse(mine.savedAt)) strand(conversation, theirs.stranded);
    else if (mine && !mine.isSaved && mine.at + ahead > at) {
      put({ ...mine, savedAt: theirs.changedAt, isStranded: theirs.stranded });
    } else if (mine && mine.text !== "" && environment.now() - mine.at < TYPING) {
      // Words do not change under the hands of somebody who types: theirs win when the typing ends elsewhere.
      put({ ...mine, savedAt: theirs.changedAt, isSaved: false, isStranded: theirs.stranded });
      saveSoon(conversation, PAUSE);
    } else {
      settled(conversation);
      put(writingOf(theirs, at - ahead));
    }
  }

  async function reread(): Promise<void> {
    const before = writes;
    const items = await storage.all().catch(() => null);
    if (items === null || stopped) return;
    if (writes !== before) return reread();
    const kept = new Map<string, Writing>();
    for (const { value } of items) {
      const writing = readWriting(value);
      if (writing) kept.set(writing.conversation, writing);
    }
    for (const conversation of [...writings.keys()]) {
      if (kept.has(conversation) || unkept.has(conversation)) continue;
      settled(conversation);
      writings.delete(conversation);
    }
    for (const [conversation, writing] of kept) {
      if (writing.at >= (writings.get(conversation)?.at ?? 0)) writings.set(conversation, writing);
    }
    publish();
  }

  return {
    async start() {
      unsubscribe = storage.subscribe(() => void reread());
      await reread();
    },
    stop() {
      stopped = true;
      unsubscribe();
      for (const cancel of timers.values()) cancel();
    },
    get: (conversation) => writings.get(conversation),
    write(conversation, typed) {
      const before = writings.get(conversation);
      const isBegun = before !== undefined && before.text !== "" && typed.text !== "";
      const after = isBegun ? before.after : typed.after;
      // Whoever types on has looked at what was said meanwhile.
      change(
        conversation,
        { ...typed, after },
        isBegun && before.held === "moved" ? "moved" : null,
      );
    },
    hold: (conversation, why, typed) => change(conversation, typed, why),
    sent(conversation) {
      const writing = writings.get(conversation);
      if (!writing) return;
      // One that is being saved right now may arrive behind the message: it is taken back then.
      if (inFlight.has(conversation)) put({ ...writing, text: "", isSaved: false, held: null });
      else drop(conversation);
    },
    strand,
    remove(conversation) {
      drop(conversation);
      void api.deleteDraft(conversation);
    },
    hear,
    hearAll(theirs) {
      const listed = new Set(theirs.map(({ conversation }) => conversation));
      for (const draft of theirs) hear(draft.conversation, draft);
      for (const [conversation, mine] of [...writings]) {
        if (mine.isSaved && !listed.has(conversation)) drop(conversation);
      }
      check();
    },
    check,
    wake() {
      for (const conversation of writings.keys()) if (waits(conversation)) void save(conversation);
    },
  };
}
