import type { APIRequestContext, APIResponse } from "@playwright/test";
import type { Guard } from "../../web/protocol/src/guard.ts";
import type { ConversationSummary, StaffMessage } from "../../web/protocol/src/staff.ts";
import {
  isConversationPage,
  isMe,
  isReadAnswer,
  isStaffPosted,
  isStaffThread,
} from "../../web/protocol/src/staff-guards.ts";

/** What the server has stored, asked for by a member of staff, and short ways to what a journey needs to begin with. */
export interface Records {
  conversations(email: string): Promise<readonly ConversationSummary[]>;
  messages(conversation: string): Promise<readonly StaffMessage[]>;
  reply(conversation: string, text: string): Promise<void>;
  /** Takes what nobody has, or returns what one has. */
  take(conversation: string): Promise<void>;
  giveBack(conversation: string): Promise<void>;
  unblock(conversation: string): Promise<void>;
  /** Nothing is unread for this person afterwards. */
  readEverything(): Promise<void>;
  /** By e-mail alone. */
  beToldAsAtFirst(): Promise<void>;
}

export async function openRecords(request: APIRequestContext): Promise<Records> {
  const me = await decoded(isMe, request.get("/api/staff/me"));
  const store = `/api/staff/stores/${me.stores[0]?.id}`;

  async function pages(view: "all" | "unread"): Promise<readonly ConversationSummary[]> {
    const found: ConversationSummary[] = [];
    for (let next: string | null = ""; next !== null; ) {
      const before: string = next === "" ? "" : `&before=${encodeURIComponent(next)}`;
      const url = `${store}/conversations?view=${view}&limit=100${before}`;
      const page = await decoded(isConversationPage, request.get(url));
      found.push(...page.conversations);
      next = page.next;
    }
    return found;
  }

  async function assign(conversation: string, from: string | null, to: string | null) {
    const url = `${store}/conversations/${conversation}/assignee`;
    await done(request.put(url, { data: { from, to } }));
  }

  return {
    take: (conversation) => assign(conversation, null, me.staff.id),
    giveBack: (conversation) => assign(conversation, me.staff.id, null),
    beToldAsAtFirst: () =>
      done(
        request.put(`${store}/notification-settings`, {
          data: { email: true, browser: false, sound: "none", quietHours: null },
        }),
      ),
    unblock: (conversation) => done(request.delete(`${store}/conversations/${conversation}/block`)),
    async conversations(email) {
      return (await pages("all")).filter(({ customer }) => customer.email === email);
    },
    async messages(conversation) {
      const url = `${store}/conversations/${conversation}/messages?after=0&limit=200`;
      return (await decoded(isStaffThread, request.get(url))).messages;
    },
    async reply(conversation, text) {
      const url = `${store}/conversations/${conversation}/messages/${crypto.randomUUID()}`;
      await decoded(isStaffPosted, request.put(url, { data: { kind: "staff", text } }));
    },
    async readEverything() {
      for (const { id, lastSeq } of await pages("unread")) {
        const url = `${store}/conversations/${id}/read`;
        await decoded(isReadAnswer, request.put(url, { data: { seq: lastSeq } }));
      }
    },
  };
}

async function done(asked: Promise<APIResponse>): Promise<void> {
  const answer = await asked;
  if (!answer.ok()) throw new Error(`${answer.url()} answered ${answer.status()}`);
}

async function decoded<T>(guard: Guard<T>, asked: Promise<APIResponse>): Promise<T> {
  const answer = await asked;
  const data: unknown = await answer.json();
  if (!answer.ok() || !guard(data)) {
    throw new Error(`${answer.url()} answered ${answer.status()} ${JSON.stringify(data)}`);
  }
  return data;
}
