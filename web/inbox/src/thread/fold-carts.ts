import type { Row } from "./rows.ts";

/** So many events about the cart in a row are told as one line that opens. */
const FEWEST = 3;

type Plain = Pick<Row, "key" | "content" | "at" | "seq">;

/** Those of one day in a row as one row. It keeps the key of its first, so that another one joins it in place. */
export function withCartsFolded<R extends Plain>(
  rows: readonly R[],
  sameDay: (one: R, other: R) => boolean,
): readonly R[] {
  const runs: R[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    const first = run?.[0];
    if (run && first && isOfCart(first) && isOfCart(row) && sameDay(first, row)) run.push(row);
    else runs.push([row]);
  }
  return runs.flatMap(folded);
}

function folded<R extends Plain>(run: readonly R[]): readonly R[] {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last || run.length < FEWEST) return run;
  return [{ ...last, key: first.key, content: { kind: "carts", events: run.flatMap(told) } }];
}

function isOfCart({ content }: Plain): boolean {
  return content.kind === "event" && content.event.type === "cart_changed";
}

function told({ key, at, content }: Plain) {
  return content.kind === "event" ? [{ key, at, event: content.event }] : [];
}
