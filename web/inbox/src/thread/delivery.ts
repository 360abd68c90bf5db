import type { Row, Sent } from "./rows.ts";

/** What stands under a message of ours. */
export type Delivery =
  | { readonly kind: "sending" }
  | { readonly kind: "offline" }
  /** `code`: why the server refused it. */
  | { readonly kind: "failed"; readonly id: string; readonly code: string }
  | { readonly kind: "sent"; readonly at: string }
  | { readonly kind: "waiting" }
  | { readonly kind: "delivered" }
  | { readonly kind: "seen" };

/** How far the customer has come, and whether we are heard at all. */
export interface Reach {
  readonly delivered: number;
  readonly seen: number;
  readonly online: boolean;
  readonly connected: boolean;
}

/**
 * What to say under which row. The newest message always says it; an older one only where the answer is another than
 * further down, so that a long thread does not repeat itself. Unsent messages each say their own.
 */
export function deliveries(rows: readonly Row[], reach: Reach): ReadonlyMap<string, Delivery> {
  const said = new Map<string, Delivery>();
  let below: Delivery["kind"] | null = null;
  for (const row of rows.toReversed()) {
    const sent = sentOf(row);
    if (!sent) continue;
    const delivery = deliveryOf(sent, row.at, reach);
    const news = delivery.kind === "failed" || delivery.kind !== below;
    if (news && (row.last || sent.kind === "kept" || below === null)) said.set(row.key, delivery);
    below = delivery.kind;
  }
  return said;
}

/** A note that is stored has arrived: nobody but staff is to see it. */
function sentOf({ content }: Row): Sent | null {
  if (content.kind === "note") return content.sent.kind === "kept" ? content.sent : null;
  return content.kind === "staff" ? content.sent : null;
}

function deliveryOf(sent: Sent, at: string, reach: Reach): Delivery {
  if (sent.kind === "kept") {
    if (sent.failed !== null) return { kind: "failed", id: sent.id, code: sent.failed };
    return { kind: reach.connected ? "sending" : "offline" };
  }
  if (sent.publicSeq <= reach.seen) return { kind: "seen" };
  if (sent.publicSeq <= reach.delivered) return { kind: "delivered" };
  return reach.online || !reach.connected ? { kind: "sent", at } : { kind: "waiting" };
}
