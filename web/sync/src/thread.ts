import type { ShopperMessage } from "@shopbell/protocol/shopper";
import type { StaffMessage } from "@shopbell/protocol/staff";

/** Where a message stands in its thread: 1, 2, 3 … without a hole, for the reader whose numbers these are. */
export type Place<M> = (message: M) => number;

export const seqOf: Place<StaffMessage> = (message) => message.seq;

export const publicSeqOf: Place<ShopperMessage> = (message) => message.publicSeq;

/** What this client holds of one thread. Plain data: every change makes a new one. */
export interface Thread<M> {
  /** Neighbours all, oldest first. Older ones may still be on the server. */
  readonly messages: readonly M[];
  /** Heard before those in front of them; in order, and they join as soon as the missing ones are there. */
  readonly aside: readonly M[];
}

/** What became of a message: in its place, known already, or too early because some in front of it are missing. */
export type Heard<M> =
  | { readonly kind: "added"; readonly thread: Thread<M> }
  | { readonly kind: "known"; readonly thread: Thread<M> }
  | { readonly kind: "gap"; readonly thread: Thread<M>; readonly fetchAfter: number };

/** A stretch to ask the server for: the `count` messages after this place. */
export interface Missing {
  readonly after: number;
  readonly count: number;
}

export function emptyThread<M>(): Thread<M> {
  return { messages: [], aside: [] };
}

export function lastPlace<M>(place: Place<M>, thread: Thread<M>): number {
  const last = thread.messages.at(-1);
  return last ? place(last) : 0;
}

export function firstPlace<M>(place: Place<M>, thread: Thread<M>): number {
  const first = thread.messages[0];
  return first ? place(first) : 1;
}

export function hasEarlier<M>(place: Place<M>, thread: Thread<M>): boolean {
  return firstPlace(place, thread) > 1;
}

export function hear<M>(place: Place<M>, thread: Thread<M>, message: M): Heard<M> {
  const last = lastPlace(place, thread);
  if (place(message) <= last) return { kind: "known", thread };
  if (place(message) > last + 1) {
    return { kind: "gap", thread: setAside(place, thread, message), fetchAfter: last };
  }
  const messages = [...thread.messages, message];
  return { kind: "added", thread: joinAside(place, { messages, aside: thread.aside }) };
}

/** Takes a stretch as the server answered it: the newest page, a missing range, or the page before the oldest one held. */
export function takeRange<M>(place: Place<M>, thread: Thread<M>, range: readonly M[]): Thread<M> {
  if (thread.messages.length === 0) return joinAside(place, { ...thread, messages: range });
  const earlier = earlierPart(place, thread, range);
  const joined = earlier.length > 0 ? [...earlier, ...thread.messages] : thread.messages;
  return range.reduce((held, message) => hear(place, held, message).thread, {
    messages: joined,
    aside: thread.aside,
  });
}

/**
 * What lies between the messages held and the next one known of: those set aside, or the thread's end as
 * `known` from its conversation. Null when nothing is missing.
 */
export function missing<M>(place: Place<M>, thread: Thread<M>, known: number): Missing | null {
  const after = lastPlace(place, thread);
  const next = thread.aside[0];
  const count = (next ? place(next) - 1 : known) - after;
  return count > 0 ? { after, count } : null;
}

/** A colleague's newest answer after that place, among the messages held. */
export function answeredSince(
  thread: Thread<StaffMessage> | undefined,
  after: number | null,
  me: string,
): StaffMessage | undefined {
  if (!thread || after === null) return undefined;
  return thread.messages.findLast(
    ({ seq, kind, author }) => seq > after && kind === "staff" && author?.id !== me,
  );
}

function setAside<M>(place: Place<M>, thread: Thread<M>, message: M): Thread<M> {
  const at = place(message);
  if (thread.aside.some((held) => place(held) === at)) return thread;
  const aside = [...thread.aside, message].sort((one, other) => place(one) - place(other));
  return { messages: thread.messages, aside };
}

function joinAside<M>(place: Place<M>, thread: Thread<M>): Thread<M> {
  if (thread.aside.length === 0) return thread;
  const messages = [...thread.messages];
  const aside: M[] = [];
  let last = lastPlace(place, thread);
  for (const message of thread.aside) {
    if (place(message) === last + 1) {
      messages.push(message);
      last += 1;
    } else if (place(message) > last) aside.push(message);
  }
  return { messages, aside };
}

/** The part of a range that ends right before the oldest message held; one that leaves a hole is of no use. */
function earlierPart<M>(place: Place<M>, thread: Thread<M>, range: readonly M[]): readonly M[] {
  const first = firstPlace(place, thread);
  const earlier = range.filter((message) => place(message) < first);
  const nearest = earlier.at(-1);
  return nearest && place(nearest) === first - 1 ? earlier : [];
}
