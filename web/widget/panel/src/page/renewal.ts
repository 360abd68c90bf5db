import { isCount, isObject, isText } from "@shopbell/protocol/guard";
import type { Environment } from "@shopbell/sync/environment";
import type { Settled } from "@shopbell/sync/retry";
import type { Chat } from "../chat/chat.ts";
import type { Shop } from "../shop/shop.ts";
import { drawVisitor, readVisitor, type Visitor, writeVisitor } from "../visitor/visitor.ts";

/** Which secret comes, or came, after which, among what the shop's page keeps. */
const NEXT = "next";

/** So long another tab that draws at the same moment may take to be heard of. */
const SETTLE_MS = 120;

/** One that was drawn longer ago was for a proof that never arrived, and may have been copied like the one before it. */
const FRESH_MS = 60_000;

const MOST_TRIES = 3;

interface Note {
  readonly of: string;
  readonly secret: string;
  readonly at: number;
}

const isNote = isObject<Note>({ of: isText, secret: isText, at: isCount });

export interface RenewalOptions<T> {
  readonly shop: Shop;
  readonly chat: Chat;
  readonly environment: Environment;
  /** Shows the proof, with the next secret if there is one, until there is an answer; null when nobody waits for it. */
  ask(next: string | null): Promise<Settled<T> | null>;
  /** Whether the proof has taken effect. */
  isProven(value: T): boolean;
}

/**
 * Shows a proof of whose browser this is, and goes on with a new secret if it took effect: whoever had copied the one before is nobody then.
 * The next secret is kept before the server hears of it, and kept together with the one it follows, so that every tab, and the next page, finds it
 * wherever the answer was lost.
 */
export async function showProof<T>(options: RenewalOptions<T>): Promise<Settled<T> | null> {
  const { shop, chat, ask, isProven } = options;
  let outcome = await ask(null);
  for (let tries = 0; isRefused(outcome, "needed") && tries < MOST_TRIES; tries += 1) {
    const next = await drawNext(options, chat.visitor()?.secret ?? "");
    outcome = await ask(next);
    if (outcome?.kind === "done" && isProven(outcome.value)) await goOn(shop, chat, next);
    if (isRefused(outcome, "taken")) await shop.keep({ name: NEXT, value: null });
    // Another tab was quicker: shown once more, it is done.
    if (isRefused(outcome, "unneeded") || isRefused(outcome, "taken")) outcome = await ask(null);
  }
  return outcome;
}

function isRefused(outcome: Settled<unknown> | null, why: string): boolean {
  return outcome?.kind === "refused" && outcome.code === `next_secret_${why}`;
}

async function drawNext(
  { shop, environment }: Pick<RenewalOptions<never>, "shop" | "environment">,
  of: string,
): Promise<string> {
  const found = await noteOn(shop, of);
  if (found && environment.now() - found.at < FRESH_MS) return found.secret;
  const note: Note = { of, secret: drawVisitor().secret, at: environment.now() };
  await shop.keep({ name: NEXT, value: JSON.stringify(note) });
  await new Promise<void>((resolve) => environment.after(SETTLE_MS, resolve));
  return (await noteOn(shop, of))?.secret ?? note.secret;
}

async function goOn(shop: Shop, chat: Chat, secret: string): Promise<void> {
  const visitor = chat.visitor();
  if (!visitor || visitor.secret === secret) return;
  const next = { ...visitor, secret };
  // The chat hears of it like every other tab.
  await shop.keep({ name: "visitor", value: writeVisitor(next) });
  if (chat.visitor()?.secret !== secret) chat.follow(next);
}

/**
 * Who this browser is now that the server refuses the secret it was known by: what another tab has kept meanwhile, what was drawn to come after,
 * or somebody new.
 */
export async function successorOf(shop: Shop, refused: Visitor): Promise<Visitor> {
  const note = await noteOn(shop, refused.secret);
  const kept = readVisitor(shop.standing.get().kept.visitor);
  if (kept && kept.secret !== refused.secret) return kept;
  // As one that is known: no other tab puts the one before in its place.
  const next = { ...refused, secret: note?.secret ?? drawVisitor().secret, known: true };
  await shop.keep({ name: "visitor", value: writeVisitor(next) });
  return next;
}

/** As the page has it now: what other tabs keep is heard of late. */
async function noteOn(shop: Shop, of: string): Promise<Note | null> {
  await shop.keep({ name: "", value: null });
  try {
    const data: unknown = JSON.parse(shop.standing.get().kept[NEXT] ?? "null");
    return isNote(data) && data.of === of ? data : null;
  } catch {
    return null;
  }
}
