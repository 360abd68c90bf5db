import { piecesOf } from "@shopbell/protocol/links";

/** An address as it becomes a link wherever it is shown, or null where it would stay text. */
export function linkable(typed: string): string | null {
  const address = typed.trim();
  const isWhole = /^(?:https?|mailto|tel):|^[^/]+@/i.test(address);
  const whole = isWhole ? address : `https://${address}`;
  const [part, ...more] = piecesOf(whole);
  return part && typeof part !== "string" && more.length === 0 ? whole : null;
}
