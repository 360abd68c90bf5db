import type { StaffMessage, ThreadEvent } from "@shopbell/protocol/staff";
import type { Row, Sent } from "./rows.ts";

/** What stands under a message of ours. */
export type Delivery =
  | { readonly kind: "sending" }
  | { readonly kind: "offline" }
  /** `code`: why the server refused it. */
  | { readonly kind: "failed"; readonly id: string; readonly code: string }
  | { readonly kind: "sent"; readonly at: string }
  /** `byEmail`: it follows the customer. */
  | { readonly kind: "waiting"; readonly byEmail: boolean }
  /** It follows them later: their address got many mails. */
  | { readonly kind: "held" }
  | { readonly kind: "delivered" }
  | { readonly kind: "emailed" }
  /** Its mail did not arrive: `reason` as the event says. */
  | { readonly kind: "bounced"; readonly reason: string }
  | { readonly kind: "seen" };

/** How far the customer has come, and whether we are heard at all. */
export interface Reach {
  readonly delivered: number;
  readonly seen: number;
  readonly emailed: number;
  /** What does not reach them in the chat follows by e-mail. */
  readonly byEmail: boolean;
  readonly online: boolean;
  readonly connected: boolean;
}

/**
 * What to say under which row. The newest message always says it; an older one only where the answer is another than
 * further down, so that a long thread does not repeat itself. Unsent messages each say their own.
 */
export function deliveries(rows: readonly Row[], reach: Reach): ReadonlyMap<string, Delivery> {
  const said = new Map<string, Delivery>();
  const events = rows.flatMap(({ content }) => (content.kind === "event" ? content.event : []));
  const failures = events.flatMap(failureOf);
  const heldFrom = firstHeld(events, reach, failures);
  let below: Delivery["kind"] | null = null;
  for (const row of rows.toReversed()) {
    const sent = sentOf(row);
    if (!sent) continue;
    const delivery = deliveryOf(sent, row.at, reach, failures, heldFrom);
    const news = delivery.kind === "failed" || delivery.kind !== below;
    if (news && (row.last || sent.kind === "kept" || below === null)) said.set(row.key, delivery);
    below = delivery.kind;
  }
  return said;
}

/** A note that is stored has arrived: nobody but staff is to see it. */
function sentOf({ content }: Row): Sent | null {
  if (content.kind === "note") return content.sent.kind === "kept" ? content.sent : null;
  return content.kind === "staff" || content.kind === "automation" ? content.sent : null;
}

/** Answers whose mail did not arrive. */
interface MailFailure {
  readonly first: number;
  readonly last: number;
  readonly reason: string;
}

function failureOf({ type, firstPublicSeq, lastPublicSeq, reason }: ThreadEvent): MailFailure[] {
  const isOne = type === "email_bounced" || type === "email_failed";
  if (!isOne || firstPublicSeq === undefined || lastPublicSeq === undefined) return [];
  return [{ first: firstPublicSeq, last: lastPublicSeq, reason: reason ?? "" }];
}

/** Whether mail to the customer waits, as the thread tells of it. */
export function isHeld(
  messages: readonly StaffMessage[],
  reach: Pick<Reach, "seen" | "emailed">,
): boolean {
  const events = messages.flatMap(({ event }) => event ?? []);
  return firstHeld(events, reach, events.flatMap(failureOf)) !== Number.POSITIVE_INFINITY;
}

/** From which answer on mail waits; what has left or was seen since has ended the waiting. */
function firstHeld(
  events: readonly ThreadEvent[],
  reach: Pick<Reach, "seen" | "emailed">,
  failures: readonly MailFailure[],
): number {
  const over = Math.max(reach.seen, reach.emailed, ...failures.map(({ last }) => last));
  const held = events.flatMap(({ type, firstPublicSeq }) =>
    type === "email_waits" ? (firstPublicSeq ?? []) : [],
  );
  return Math.min(...held.filter((first) => first > over));
}

function deliveryOf(
  sent: Sent,
  at: string,
  reach: Reach,
  failures: readonly MailFailure[],
  heldFrom: number,
): Delivery {
  if (sent.kind === "kept") {
    if (sent.failed !== null) return { kind: "failed", id: sent.id, code: sent.failed };
    return { kind: reach.connected ? "sending" : "offline" };
  }
  if (sent.publicSeq <= reach.seen) return { kind: "seen" };
  const { publicSeq } = sent;
  const failure = failures.find(({ first, last }) => first <= publicSeq && publicSeq <= last);
  if (failure) return { kind: "bounced", reason: failure.reason };
  if (publicSeq <= reach.emailed) return { kind: "emailed" };
  if (reach.online || !reach.connected) {
    return publicSeq <= reach.delivered ? { kind: "delivered" } : { kind: "sent", at };
  }
  if (reach.byEmail && publicSeq >= heldFrom) return { kind: "held" };
  if (publicSeq > reach.delivered || reach.byEmail) {
    return { kind: "waiting", byEmail: reach.byEmail };
  }
  return { kind: "delivered" };
}
