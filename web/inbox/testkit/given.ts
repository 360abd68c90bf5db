import type { Attachment } from "@shopbell/protocol/attachment";
import type {
  ConversationSummary,
  Customer,
  StaffDraft,
  StaffMessage,
} from "@shopbell/protocol/staff";
import type { Entry } from "@shopbell/sync/entry";
import type { Progress, Upload } from "@shopbell/sync/uploads/upload";
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
    emailed: 0,
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

export function anAttachment(id: string, change: Partial<Attachment> = {}): Attachment {
  return {
    id,
    kind: "image",
    name: "mug.png",
    mediaType: "image/png",
    size: 100,
    width: 40,
    height: 30,
    duration: null,
    placeholder: null,
    alt: null,
    thumbnail: false,
    poster: false,
    animated: false,
    ...change,
  };
}

/** One that is there, until a test says otherwise. */
export function anUpload(
  id: string,
  progress: Progress = { kind: "there", attachment: anAttachment(id) },
  change: Partial<Upload> = {},
): Upload {
  return {
    id,
    conversation: aConversation().id,
    name: `${id}.png`,
    kind: "image",
    bytes: 412 * 1024,
    width: 40,
    height: 30,
    preview: `blob:${id}`,
    poster: null,
    alt: "",
    progress,
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
