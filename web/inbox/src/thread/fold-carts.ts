import type { Row } from "./rows.ts";

/** So many events about the cart in a row are told as one line that opens. */
const FEWEST = 3;

type Plain = Pick<Row, "key" | "content" | "at" | "seq">;

/** Those of one day in a row as one row. It keeps the key of its first, so that another one joins it in place. */
export function withCartsFolded<R extends Plain>(
  rows: readonly R[],
  sameDay: (one: R, other: R) => boolean,
): readonly R[] {
  const folded: R[] = [];
  for (let start = 0; start < rows.length; ) {
    const run = runFrom(rows, start, sameDay);
    const [first] = run;
    const last = run.at(-1);
    if (first && last && run.length >= FEWEST) {
      folded.push({
        ...last,
        key: first.key,
        content: { kind: "carts", events: run.flatMap(told) },
      });
    } else {
      folded.push(...(run.length > 0 ? run : rows.slice(start, start + 1)));
    }
    start += Math.max(run.length, 1);
  }
  return folded;
}

function runFrom<R extends Plain>(
  rows: readonly R[],
  start: number,
  sameDay: (one: R, other: R) => boolean,
): readonly R[] {
  const from = rows[start];
  const after = rows.slice(start);
  const end = after.findIndex((row) => !isOfCart(row) || !from || !sameDay(from, row));
  return end < 0 ? after : after.slice(0, end);
}

function isOfCart({ content }: Plain): boolean {
  return content.kind === "event" && content.event.type === "cart_changed";
}

function told({ key, at, content }: Plain) {
  return content.kind === "event" ? [{ key, at, event: content.event }] : [];
}
