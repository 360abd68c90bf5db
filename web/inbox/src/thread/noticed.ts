import type { Row } from "./rows.ts";

/** Nobody is told later than this of what they have not opened. */
const TOLD_WITHIN_MS = 48 * 60 * 60_000;

/**
 * The place of the last thing on screen that this person would be told of elsewhere until the server knows that they opened
 * it: a conversation given to them, a mail that did not arrive. 0: there is none.
 */
export function noticedSeq(rows: readonly Row[], seenSeq: number, me: string, now: number): number {
  const last = rows.findLast((row) => row.seq <= seenSeq && isNotice(row, me, now));
  return last?.seq ?? 0;
}

function isNotice({ content, at }: Row, me: string, now: number): boolean {
  if (content.kind !== "event" || now - Date.parse(at) > TOLD_WITHIN_MS) return false;
  const { event, author } = content;
  if (event.type === "assigned") return event.to?.id === me && author?.id !== me;
  return event.type === "email_bounced" || event.type === "email_failed";
}
