import { isNullable } from "@shopbell/protocol/guard";
import type {
  AccessSettings,
  AssignedPage,
  BulkAction,
  Colleague,
  ConversationSummary,
  EmailStanding,
  ReadAnswer,
  StaffName,
  TodayAnswer,
} from "@shopbell/protocol/staff";
import { isStaffName } from "@shopbell/protocol/staff-guards";
import { type BulkResult, inBulk } from "./bulk.ts";
import type { Connection } from "./connection.ts";
import { type Failure, type Outcome, type Refused, UNREACHED } from "./http.ts";
import { type Inbox, takeLost, takeSummary } from "./inbox.ts";
import type { StaffApi, TranscriptChoice } from "./staff-api.ts";

/** What came of something that was to be done at once. Only messages wait for a connection; everything else is done now or not at all. */
export type Done = { readonly kind: "done" } | Failure;

/** `taken`: somebody was quicker, and has it now; null when it was returned instead. */
export type Assigned = Done | { readonly kind: "taken"; readonly by: StaffName | null };

/** Whom a conversation went to that is no longer to be seen, where this client was told. */
export type Departures = ReadonlyMap<string, StaffName>;

/** What is to be seen again may go to somebody else the next time. */
export function withoutReturned(
  departures: Departures,
  seen: readonly ConversationSummary[],
): Departures {
  const back = seen.filter(({ id }) => departures.has(id));
  if (back.length === 0) return departures;
  const left = new Map(departures);
  for (const { id } of back) left.delete(id);
  return left;
}

/** What staff do with a conversation. It shows at once where one can tell what it will be, and as the server says afterwards. */
export interface StaffActions {
  resolve(conversation: string): Promise<Done>;
  reopen(conversation: string): Promise<Done>;
  /** As before it was resolved: what was unread then is unread again, for everybody. */
  unresolve(conversation: string): Promise<Done>;
  /** Null: to nobody. `from`: whom it is assigned to as far as the person knows, where that is not in the inbox. */
  assign(conversation: string, to: StaffName | null, from?: StaffName | null): Promise<Assigned>;
  /** Its sender's further messages are refused. */
  block(conversation: string, network: boolean): Promise<Done>;
  unblock(conversation: string): Promise<Done>;
  markUnread(conversation: string): Promise<Done>;
  /** All it is to have, sorted. */
  label(conversation: string, labels: readonly string[]): Promise<Done>;
  /** To whom a conversation can be assigned. */
  colleagues(): Promise<Outcome<readonly Colleague[]>>;
  /** What this person has got done since midnight, where the store is. */
  emailStanding(): Promise<Outcome<EmailStanding>>;
  today(): Promise<Outcome<TodayAnswer>>;
  /** Those in use in the store. */
  labels(): Promise<Outcome<readonly string[]>>;
  transcriptUrl(conversation: string, choice: TranscriptChoice): string;
  /** Where the mail a message came by is shown as it came. */
  originalUrl(conversation: string, seq: number): string;
  /** The same with many, each for itself. */
  bulk(conversations: readonly string[], action: BulkAction): Promise<BulkResult>;
  /** What is assigned to others and not to be read, for whom the server lets know of it. */
  assigned(before: string | null): Promise<Outcome<AssignedPage>>;
  access(): Promise<Outcome<AccessSettings>>;
}

/** As long without a connection, and what is to be done now cannot be. */
const PATIENCE_MS = 1_500;

export function isAway(connection: Connection, now: number): boolean {
  if (connection.kind !== "reconnecting") return connection.kind === "closed";
  return now - connection.since > PATIENCE_MS;
}

interface StaffActionsOptions {
  readonly api: StaffApi;
  inbox(): Inbox;
  take(inbox: Inbox): void;
  /** Nothing can be done now. */
  isAway(): boolean;
  signedOut(): void;
  departed(conversation: string, to: StaffName): void;
}

interface Guess {
  /** What the server said last. */
  readonly truth: ConversationSummary;
  /** How many answers are still to come. */
  readonly open: number;
}

const isTaker = isNullable(isStaffName);

export function createStaffActions(options: StaffActionsOptions): StaffActions {
  const { api, inbox, take } = options;
  const guesses = new Map<string, Guess>();
  const turns = new Map<string, Promise<unknown>>();

  /** One after the other for each conversation, so that the last word is the last one said. */
  function inTurn<T>(id: string, once: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const turn = (turns.get(id) ?? Promise.resolve()).then(once);
    turns.set(id, turn);
    return turn.then((outcome) => {
      if (turns.get(id) === turn) turns.delete(id);
      if (outcome.kind === "refused" && outcome.status === 401) options.signedOut();
      return outcome;
    });
  }

  function guess(id: string, change: Partial<ConversationSummary>): void {
    const known = inbox().conversations.get(id);
    if (!known) return;
    const { truth = known, open = 0 } = guesses.get(id) ?? {};
    guesses.set(id, { truth, open: open + 1 });
    take(takeSummary(inbox(), { ...known, ...change }));
  }

  /** The truth goes back in the place of a guess that was wrong, unless something newer has. */
  function settle(id: string, wasRight: boolean): void {
    const made = guesses.get(id);
    if (!made) return;
    if (made.open > 1) guesses.set(id, { ...made, open: made.open - 1 });
    else guesses.delete(id);
    const known = inbox().conversations.get(id);
    if (!wasRight && known?.version === made.truth.version) take(takeSummary(inbox(), made.truth));
  }

  async function change(
    id: string,
    guessed: Partial<ConversationSummary>,
    once: () => Promise<Outcome<ReadAnswer>>,
  ): Promise<Done> {
    if (options.isAway()) return UNREACHED;
    guess(id, guessed);
    const outcome = await inTurn(id, once);
    settle(id, outcome.kind === "done");
    if (outcome.kind !== "done") return outcome;
    take(takeSummary(inbox(), outcome.value.conversation));
    return { kind: "done" };
  }

  async function assign(
    id: string,
    to: StaffName | null,
    from: StaffName | null = inbox().conversations.get(id)?.assignee ?? null,
  ): Promise<Assigned> {
    if (options.isAway()) return UNREACHED;
    const outcome = await inTurn(id, () => api.assign(id, to?.id ?? null, from?.id ?? null));
    if (outcome.kind === "refused") return orTaken(id, outcome);
    if (outcome.kind !== "done") return outcome;
    const { conversation } = outcome.value;
    if (conversation) take(takeSummary(inbox(), conversation));
    else {
      if (to) options.departed(id, to);
      take(takeLost(inbox(), id));
    }
    return { kind: "done" };
  }

  function orTaken(id: string, refused: Refused): Assigned {
    const by = refused.problem.assignee;
    if (refused.code !== "assigned_meanwhile" || !isTaker(by)) return refused;
    if (by) options.departed(id, by);
    return { kind: "taken", by };
  }

  async function bulk(ids: readonly string[], action: BulkAction): Promise<BulkResult> {
    if (options.isAway()) return { done: [], gone: [], refused: [], failure: UNREACHED };
    const result = await inBulk(api, ids, action);
    if (result.failure?.kind === "refused" && result.failure.status === 401) options.signedOut();
    take(result.gone.reduce(takeLost, result.done.reduce(takeSummary, inbox())));
    return result;
  }

  return {
    resolve: (id) =>
      change(id, { status: "resolved", unread: 0 }, () => api.status(id, "resolved")),
    reopen: (id) => change(id, { status: "unresolved" }, () => api.status(id, "unresolved")),
    unresolve: (id) =>
      change(id, { status: "unresolved" }, () => api.status(id, "unresolved", true)),
    assign,
    block: (id, network) =>
      change(id, { blocked: true, status: "resolved", unread: 0 }, () => api.block(id, network)),
    unblock: (id) => change(id, { blocked: false }, () => api.unblock(id)),
    markUnread: (id) => change(id, { unread: 1 }, () => api.markUnread(id)),
    label: (id, labels) => change(id, { labels }, () => api.label(id, labels)),
    async colleagues() {
      const outcome = await api.colleagues();
      return outcome.kind === "done" ? { kind: "done", value: outcome.value.colleagues } : outcome;
    },
    async labels() {
      const outcome = await api.labels();
      return outcome.kind === "done" ? { kind: "done", value: outcome.value.labels } : outcome;
    },
    emailStanding: api.emailStanding,
    today: api.today,
    transcriptUrl: api.transcriptUrl,
    originalUrl: api.originalUrl,
    bulk,
    assigned: api.assigned,
    access: api.access,
  };
}
