import type { Attachment } from "@shopbell/protocol/attachment";
import type { ShopperDraft, ShopperMessage } from "@shopbell/protocol/shopper";
import type { Bubble } from "@shopbell/sync/bubbles";
import { midnight } from "../texts/times.ts";

/** What became of a message of the shopper's own. `unsent`: it could not be sent yet, and is tried again by itself. */
type Fate = "sending" | "unsent" | "refused" | "sent" | "seen";

/** One message of the thread, sent or not. */
export interface Said {
  readonly key: string;
  readonly own: boolean;
  /** The first name of a member of staff; null for the shopper, for the store itself and for who wrote from another address. */
  readonly who: string | null;
  /** It came by e-mail, from another address than the shopper's. */
  readonly another?: boolean | undefined;
  readonly text: string;
  /** What goes with it: stored, or by the id of one that is on its way. */
  readonly files: readonly (Attachment | string)[];
  /** What it brings of the shop, and orders that it names. */
  readonly cards?: ShopperMessage["cards"];
  readonly orders?: unknown;
  readonly at: number;
  /** Null where it goes without saying: under all but the last that arrived. */
  readonly fate: Fate | null;
  readonly refusal: string | null;
}

export type Line =
  | { readonly kind: "day"; readonly key: string; readonly at: number }
  | { readonly kind: "group"; readonly key: string; readonly said: readonly Said[] };

export interface Progress {
  /** The ids of those on their way right now. */
  readonly sending: ReadonlySet<string>;
  /** Up to here some member of staff has read. */
  readonly staffSeen: number;
  readonly now: number;
}

/** A message that takes longer than this is said not to be sent, though it is tried on. */
export const PATIENCE_MS = 8000;
const GROUP_MS = 5 * 60_000;

export function saidIn(
  bubbles: readonly Bubble<ShopperMessage, ShopperDraft>[],
  progress: Progress,
): readonly Said[] {
  const lastOwn = bubbles.findLast((bubble) => bubble.kind === "message" && isOwn(bubble.message));
  return bubbles.map((bubble): Said => {
    if (bubble.kind === "entry") {
      const { body, at, failed } = bubble.entry;
      const fate = fateOf(bubble.entry, progress);
      const { text, attachments: files = [] } = body;
      return { key: bubble.key, own: true, who: null, text, files, at, fate, refusal: failed };
    }
    const arrived = bubble.message.publicSeq <= progress.staffSeen ? "seen" : "sent";
    return saidBy(bubble.message, bubble === lastOwn ? arrived : null);
  });
}

function isOwn(message: ShopperMessage): boolean {
  return message.kind === "customer" && !message.another;
}

/** Messages never change, so what was made of one serves again: a long thread then costs what is new in it. */
const known = new WeakMap<ShopperMessage, Said>();

export function saidBy(message: ShopperMessage, fate: Fate | null): Said {
  const before = known.get(message);
  if (before?.fate === fate) return before;
  const own = isOwn(message);
  const said: Said = {
    key: message.id,
    own,
    who: message.author?.name ?? null,
    another: message.another,
    text: message.text,
    files: message.attachments,
    cards: message.cards,
    orders: message.orders,
    at: Date.parse(message.sentAt),
    fate,
    refusal: null,
  };
  known.set(message, said);
  return said;
}

function fateOf(
  entry: { readonly id: string; readonly at: number; readonly failed: string | null },
  { sending, now }: Progress,
): Fate {
  if (entry.failed !== null) return "refused";
  return sending.has(entry.id) || now - entry.at < PATIENCE_MS ? "sending" : "unsent";
}

/** Whether both are the very same, one by one. */
export function isSame(some: readonly Said[], others: readonly Said[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

/** Days, and in them what one side said in one go. */
export function linesOf(said: readonly Said[]): readonly Line[] {
  const lines: Line[] = [];
  let group: Said[] = [];
  for (const one of said) {
    const before = group.at(-1);
    const isNewDay = !before || midnight(before.at) !== midnight(one.at);
    if (isNewDay) lines.push({ kind: "day", key: `day ${one.key}`, at: one.at });
    if (before && !isNewDay && continues(before, one)) {
      group.push(one);
    } else {
      group = [one];
      lines.push({ kind: "group", key: one.key, said: group });
    }
  }
  return lines;
}

function continues(before: Said, one: Said): boolean {
  return (
    before.own === one.own &&
    before.another === one.another &&
    before.who === one.who &&
    one.at - before.at < GROUP_MS
  );
}
