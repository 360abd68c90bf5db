import type { Card } from "@shopbell/protocol/card";
import type { StaffDraft } from "@shopbell/protocol/staff";
import { type Company, NO_COMPANY } from "./company.ts";
import type { Connection } from "./connection.ts";
import type { Writings } from "./drafts.ts";
import type { Failure } from "./http.ts";
import { emptyInbox, type Inbox } from "./inbox.ts";
import type { Load } from "./load.ts";
import { type ListLoads, NO_LIST_LOADS } from "./open-lists.ts";
import { NOTHING_TO_SEND, type OutboxState } from "./outbox.ts";
import { NO_PROFILE_NEWS, type ProfileNews } from "./profile-news.ts";
import type { Departures } from "./staff-actions.ts";

/** All that one signed-in person's screen is drawn from. */
export interface StaffState {
  readonly phase: "loading" | "ready" | "failed";
  /** Why there is nothing to show; while it is one that may pass, it is being tried again. */
  readonly failure: Failure | null;
  readonly inbox: Inbox;
  readonly listLoads: ListLoads;
  /** Of the threads that are open. `loading` with messages there: earlier ones are on their way. */
  readonly threadLoads: ReadonlyMap<string, Load>;
  readonly outbox: OutboxState<StaffDraft>;
  /** What this person typed and has not sent, by conversation. */
  readonly drafts: Writings;
  /** What this person chose to send along and has not sent, by conversation. */
  readonly cards: Chosen;
  readonly company: Company;
  readonly profileNews: ProfileNews;
  readonly connection: Connection;
  readonly departures: Departures;
}

export type Chosen = ReadonlyMap<string, readonly Card[]>;

export const NOTHING_YET: StaffState = {
  phase: "loading",
  failure: null,
  inbox: emptyInbox,
  listLoads: NO_LIST_LOADS,
  threadLoads: new Map(),
  outbox: NOTHING_TO_SEND,
  drafts: new Map(),
  cards: new Map(),
  company: NO_COMPANY,
  profileNews: NO_PROFILE_NEWS,
  connection: { kind: "connecting" },
  departures: new Map(),
};
