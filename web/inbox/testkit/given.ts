import type {
  ConversationSummary,
  Customer,
  StaffDraft,
  StaffMessage,
} from "@shopbell/protocol/staff";
import type { Entry } from "@shopbell/sync/entry";
import type { Writing } from "@shopbell/sync/writing";

const MONDAY_NINE = Date.UTC(2026, 10, 16, 9);

export const maya = { id: "11111111-1111-4111-8111-111111111111", name: "Maya Lindqvist" };
export const jonas = { id: "22222222-2222-4222-8222-222222222222", name: "Jonas Weber" };

export const anna: Customer = {
  id: "33333333-3333-4333-8333-333333333333",
  name: "Anna Kowalska",
  email: "anna@example.com",
  emailVerified: false,
  language: "pl",
  timeZone: "Europe/Warsaw",
};

/** A moment on that Monday. */
export function minute(minutes: number): string {
  return new Date(MONDAY_NINE + minutes * 60_000).toISOString();
}

export function aConversation(change: Partial<ConversationSummary> = {}): ConversationSummary {
  return {
    id: "44444444-4444-4444-8444-444444444444",
    version: 1,
    customer: anna,
    status: "unresolved",
    assignee: null,
    blocked: false,
    labels: [],
    lastSeq: 1,
    lastPublicSeq: 1,
    delivered: 0,
    seen: 0,
    preview: null,
    lastActivityAt: minute(0),
    createdAt: minute(0),
    unread: 0,
    mentioned: false,
    ...change,
  };
}

export function aMessage(seq: number, change: Partial<StaffMessage> = {}): StaffMessage {
  return {
    id: `message-${seq}`,
    conversation: aConversation().id,
    seq,
    publicSeq: seq,
    kind: "customer",
    author: null,
    text: `Message ${seq}`,
    event: null,
    attachments: [],
    sentAt: minute(seq),
    ...change,
  };
}

export function anEntry(change: Partial<Entry<StaffDraft>> = {}): Entry<StaffDraft> {
  return {
    id: "entry-1",
    conversation: aConversation().id,
    body: { kind: "staff", text: "On its way" },
    at: Date.parse(minute(10)),
    failed: null,
    ...change,
  };
}

export function aWriting(change: Partial<Writing> = {}): Writing {
  return {
    conversation: aConversation().id,
    kind: "staff",
    text: "On its w",
    after: 1,
    mentions: [],
    at: Date.parse(minute(10)),
    savedAt: null,
    isSaved: false,
    isStranded: false,
    held: null,
    ...change,
  };
}
