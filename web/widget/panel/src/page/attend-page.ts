import type { ShopperDraft } from "@shopbell/protocol/shopper";
import type { Environment } from "@shopbell/sync/environment";
import type { Failure } from "@shopbell/sync/http";
import { createNaps } from "@shopbell/sync/naps";
import { createPersistence } from "@shopbell/sync/retry";
import { putCart, putConfirmation, putIdentity } from "@shopbell/sync/shopper-page";
import type { Chat } from "../chat/chat.ts";
import type { Shop } from "../shop/shop.ts";
import type { Visitor } from "../visitor/visitor.ts";
import { pageOf } from "./page-of.ts";
import { readCart } from "./read-cart.ts";
import { showProof } from "./renewal.ts";
import { subjectOf, tokenIn } from "./token.ts";
import { openVisits, type Visits } from "./visits.ts";

/** A cart that changes in steps is told once they are over. */
const PAUSE_MS = 300;

/** Whom the shop vouched for in this browser, among what its page keeps. */
const IDENTITY = "identity";

export interface AttendOptions {
  readonly key: string;
  readonly shop: Shop;
  readonly chat: Chat;
  readonly environment: Environment;
  /** Whether the store wants to know which pages those open who have written. */
  readonly pagesVisited: boolean;
}

/** What the shop's page says of itself and its shopper. */
export interface AttendedPage {
  /** What a message takes along. */
  along(isFirst: boolean): Pick<ShopperDraft, "page" | "cart">;
}

/**
 * Tells the server what the shop's page says of who shops and what is in the cart, one thing at a time and the newest only,
 * until it has arrived; and tells the page what happens in the chat. A cart waits until the server knows this visitor: before
 * anybody wrote, nothing of it leaves. So does the page somebody is on, where the store wants to know.
 */
export function attendPage(options: AttendOptions): AttendedPage {
  const { key, shop, chat, environment } = options;
  const naps = createNaps(environment);
  const said = () => shop.standing.get().said ?? {};
  const pageUrl = () => shop.standing.get().page ?? "";
  /** What the server has heard, or has refused. */
  let heardToken: string | undefined;
  let heardCart: string | undefined;
  let heardClaim: string | undefined;
  /** The cart of which the pause is over. */
  let dueCart: string | undefined;
  let waitingCart: string | undefined;
  let stopWaiting = () => {};
  let isIdentified = false;
  let isTelling = false;
  let isOpen = false;
  let unread = 0;
  let visits: Visits | null = null;

  function look(): void {
    const { cart } = said();
    if (cart !== waitingCart) {
      waitingCart = cart;
      stopWaiting();
      stopWaiting = environment.after(PAUSE_MS, () => {
        dueCart = cart;
        void tell();
      });
    }
    visits?.look();
    happen();
    void tell();
  }

  async function tell(): Promise<void> {
    if (isTelling) return;
    isTelling = true;
    while (
      (await tellIdentity()) ||
      (await tellClaim()) ||
      (await tellCart()) ||
      (await visits?.tell())
    ) {
      // Whatever was said meanwhile is told next.
    }
    isTelling = false;
  }

  /** Whether there was anything to tell. */
  async function tellIdentity(): Promise<boolean> {
    const { token } = said();
    if (token === undefined || token === heardToken) return false;
    const text = tokenIn(token);
    const subject = text === null ? null : subjectOf(text);
    if (text === null || subject === null) {
      heardToken = token;
      refused("It is no token.");
      return true;
    }
    const before = shop.standing.get().kept[IDENTITY];
    if (before !== undefined && before !== subject) return startOver();
    await someone();
    const { ask } = untilNewer(() => said().token === token);
    const outcome = await showProof({
      shop,
      chat,
      environment,
      ask: (next) => ask(() => chat.asVisitor((secret) => putIdentity(key, secret, text, next))),
      isProven: () => true,
    });
    if (outcome === null) return true;
    heardToken = token;
    if (outcome.kind === "done") {
      isIdentified = true;
      await shop.keep({ name: IDENTITY, value: subject });
      if (before === undefined) chat.reload();
      shop.happen({ type: "identified", detail: null });
    } else {
      refused(reasonOf(outcome));
    }
    return true;
  }

  /** What a link in a mail led here with: said after who the shop says this is, which counts for more. */
  async function tellClaim(): Promise<boolean> {
    const { claim } = said();
    if (claim === undefined || claim === heardClaim) return false;
    heardClaim = claim;
    try {
      const { confirm } = await import("../confirm/confirm.tsx");
      await someone();
      const { ask } = untilNewer(() => said().claim === claim);
      const show = (agreed: boolean) =>
        showProof({
          shop,
          chat,
          environment,
          ask: (next) =>
            ask(() =>
              chat.asVisitor((secret) => putConfirmation(key, secret, claim, agreed, next)),
            ),
          isProven: ({ confirmed }) => confirmed,
        });
      await confirm({ show, confirmed: chat.reload });
    } catch {
      // Without its code nothing is confirmed; the link can be pressed again.
    }
    return true;
  }

  async function tellCart(): Promise<boolean> {
    const { cart } = said();
    const visitor = chat.visitor();
    const isKnown = isIdentified || chat.state.get().thread?.phase === "ready";
    if (cart === undefined || cart !== dueCart || cart === heardCart) return false;
    if (!visitor || !isKnown) return false;
    const { cart: read, problems } = readCart(cart, pageUrl());
    for (const problem of problems) warn(`Shopbell.cart: ${problem}`);
    const outcome =
      read &&
      (await untilNewer(() => said().cart === cart).ask(() =>
        chat.asVisitor((secret) => putCart(key, secret, read)),
      ));
    if (outcome === null && read) return true;
    heardCart = cart;
    if (outcome?.kind === "refused" && outcome.status !== 404) {
      warn(`Shopbell.cart: ${reasonOf(outcome)}`);
    }
    return true;
  }

  function untilNewer(isNewest: () => boolean) {
    const options = { naps, environment, isOver: () => !isNewest(), signedOut() {} };
    return createPersistence(options);
  }

  function refused(reason: string): void {
    warn(`Shopbell.identify: ${reason}`);
    shop.happen({ type: "refused", detail: reason });
  }

  /** Who this browser is; drawn now for whoever has not written. */
  function someone(): Promise<Visitor> {
    if (!chat.visitor() && !shop.standing.get().kept.visitor) chat.draw();
    return new Promise((resolve) => {
      const settle = () => {
        const visitor = chat.visitor();
        if (!visitor) return;
        unsubscribe();
        resolve(visitor);
      };
      const unsubscribe = chat.state.subscribe(settle);
      settle();
    });
  }

  /** Another customer of the shop uses this browser now: nothing of the one before is shown or sent. */
  async function startOver(): Promise<never> {
    chat.pause();
    const { kept } = shop.standing.get();
    for (const name of Object.keys(kept)) {
      for (const tab of [true, false]) await shop.keep({ name, value: null, tab });
    }
    location.reload();
    return new Promise(() => {});
  }

  /** What the shop's page may want to hear of. */
  function happen(): void {
    const { open } = shop.standing.get();
    const count = chat.state.get().thread?.unread ?? 0;
    if (open !== isOpen) {
      isOpen = open;
      shop.happen({ type: open ? "open" : "closed", detail: null });
    }
    if (count !== unread) {
      unread = count;
      shop.happen({ type: "unread", detail: count });
    }
  }

  if (!shop.standing.get().kept.visitor) {
    const leftovers = import("./leftovers.ts");
    leftovers.then(({ clearLeftovers }) => clearLeftovers(`panel.${key}`)).catch(() => {});
  }
  if (options.pagesVisited) {
    visits = openVisits({
      ...options,
      due: () => void tell(),
      ask: (isNewest, once) => untilNewer(isNewest).ask(once),
    });
  }
  shop.standing.subscribe(look);
  chat.state.subscribe(look);
  environment.onWake(naps.wake);
  look();

  return {
    along(isFirst) {
      const { cart } = said();
      const page = pageOf(shop.standing.get());
      const read = isFirst && cart !== undefined ? readCart(cart, pageUrl()).cart : null;
      return {
        ...(page ? { page } : {}),
        ...(read && read.items.length > 0 ? { cart: read } : {}),
      };
    },
  };
}

function reasonOf(failure: Failure): string {
  if (failure.kind !== "refused") return "";
  const { detail, title } = failure.problem;
  return typeof detail === "string" ? detail : typeof title === "string" ? title : failure.code;
}

/** For the shop's developers: a shopper has no use for it. */
function warn(text: string): void {
  // biome-ignore lint/suspicious/noConsole: it is the one place where developers look when nothing happens.
  console.warn(text);
}
