import type { StaffMessage, StaffName } from "@shopbell/protocol/staff";
import type { TypingFrame, ViewersFrame } from "@shopbell/protocol/staff-frames";
import type { Environment } from "./environment.ts";
import { BETWEEN_SIGNS, TYPING_LASTS } from "./typing.ts";

/** Somebody who types: a colleague, or the customer when `staff` is null. */
export interface Typist {
  readonly staff: StaffName | null;
  readonly note: boolean;
}

/** Who else is in the conversations right now, by conversation. */
export interface Company {
  readonly typing: ReadonlyMap<string, readonly Typist[]>;
  /** Colleagues; known only of the conversation one has open oneself. */
  readonly viewers: ReadonlyMap<string, readonly StaffName[]>;
}

export const NO_COMPANY: Company = { typing: new Map(), viewers: new Map() };

interface CompanyOptions {
  readonly environment: Environment;
  say(frame: unknown): void;
  changed(company: Company): void;
}

export interface CompanyKeeper {
  heardTyping(frame: TypingFrame): void;
  heardViewers(frame: ViewersFrame): void;
  /** Whoever said something is no longer typing it. */
  said(messages: readonly StaffMessage[]): void;
  gone(conversations: readonly string[]): void;
  /** The line is down: nothing is known of anybody. */
  lost(): void;
  /** The line is up: says again what the server forgot. */
  found(): void;
  /** A key was pressed. Said now and then. */
  type(conversation: string, note: boolean): void;
  view(conversation: string | null): void;
}

/** Who goes through the list looks at each conversation for less than this: nobody needs to know. */
const LOOK = 1_000;

/** The server hangs up on whoever says too much, whatever they say. */
const BETWEEN_OTHERS = 700;

export function createCompany({ environment, say, changed }: CompanyOptions): CompanyKeeper {
  const typing = new Map<string, Map<string, Typist>>();
  const viewers = new Map<string, readonly StaffName[]>();
  const ends = new Map<string, () => void>();
  let viewed: string | null = null;
  let saidAt = Number.NEGATIVE_INFINITY;
  let saidOf = "";
  let cancelTelling = () => {};

  function publish(): void {
    changed({
      typing: new Map([...typing].map(([id, typists]) => [id, [...typists.values()]])),
      viewers: new Map(viewers),
    });
  }

  function endOf(conversation: string, who: string): void {
    const end = `${conversation} ${who}`;
    ends.get(end)?.();
    ends.delete(end);
  }

  function stopped(conversation: string, who: string): boolean {
    const typists = typing.get(conversation);
    if (!typists?.delete(who)) return false;
    endOf(conversation, who);
    if (typists.size === 0) typing.delete(conversation);
    return true;
  }

  function forget(conversation: string): void {
    for (const who of [...(typing.get(conversation)?.keys() ?? [])]) stopped(conversation, who);
    viewers.delete(conversation);
  }

  return {
    heardTyping({ conversation, staff, note }) {
      const who = staff?.id ?? "";
      const typists = typing.get(conversation) ?? new Map<string, Typist>();
      typing.set(conversation, typists.set(who, { staff, note }));
      endOf(conversation, who);
      const end = environment.after(TYPING_LASTS, () => {
        if (stopped(conversation, who)) publish();
      });
      ends.set(`${conversation} ${who}`, end);
      publish();
    },
    heardViewers({ conversation, staff }) {
      if (conversation !== viewed) return;
      viewers.set(conversation, staff);
      publish();
    },
    said(messages) {
      const over = messages.map(({ conversation, kind, author }) =>
        stopped(conversation, kind === "customer" ? "" : (author?.id ?? "nobody")),
      );
      if (over.includes(true)) publish();
    },
    gone(conversations) {
      if (conversations.length === 0) return;
      conversations.forEach(forget);
      publish();
    },
    lost() {
      if (typing.size + viewers.size === 0) return;
      [...typing.keys(), ...viewers.keys()].forEach(forget);
      publish();
    },
    found() {
      saidAt = Number.NEGATIVE_INFINITY;
      cancelTelling();
      if (viewed !== null) say({ type: "viewing", conversation: viewed });
    },
    type(conversation, note) {
      const of = `${conversation} ${note}`;
      const now = environment.now();
      if (now - saidAt < (of === saidOf ? BETWEEN_SIGNS : BETWEEN_OTHERS)) return;
      saidOf = of;
      saidAt = now;
      say({ type: "typing", conversation, note });
    },
    view(conversation) {
      if (conversation === viewed) return;
      if (viewed !== null) viewers.delete(viewed);
      viewed = conversation;
      cancelTelling();
      cancelTelling = environment.after(LOOK, () => say({ type: "viewing", conversation }));
      publish();
    },
  };
}
