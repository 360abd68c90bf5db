import type { ShopperPage } from "@shopbell/protocol/shopper";
import type { Environment } from "@shopbell/sync/environment";
import type { Outcome } from "@shopbell/sync/http";
import { putPage } from "@shopbell/sync/shopper-page";
import type { Chat } from "../chat/chat.ts";
import type { Shop } from "../shop/shop.ts";
import { pageOf } from "./page-of.ts";

/** A page that is left at once is none that somebody was on; and the page has the time to say who shops, and its title. */
const PAUSE_MS = 1_000;

/** A shop that goes from view to view without loading a page tells nobody: it is asked. */
const ASKED_EVERY_MS = 3_000;

export interface VisitsOptions {
  readonly key: string;
  readonly shop: Shop;
  readonly chat: Chat;
  readonly environment: Environment;
  /** Somebody has been on a page for long enough. */
  due(): void;
  /** Asks until there is an answer; null when something newer is to be told. */
  ask(isNewest: () => boolean, once: () => Promise<Outcome<null>>): Promise<unknown>;
}

/** Tells the server which pages somebody is on who has written; of anybody else nothing leaves. */
export interface Visits {
  /** Something may be otherwise than before. */
  look(): void;
  /** Whether there was anything to tell. */
  tell(): Promise<boolean>;
}

export function openVisits({ key, shop, chat, environment, due, ask }: VisitsOptions): Visits {
  let waiting: string | null = null;
  let ready: string | null = null;
  let heard: string | null = null;
  let stopWaiting = () => {};

  function askThePage(): void {
    if (current() && environment.visible()) shop.refresh();
    environment.after(ASKED_EVERY_MS, askThePage);
  }

  /** Told anew in a thread that is another one by now. */
  function current(): string | null {
    const { thread } = chat.state.get();
    if (thread?.phase !== "ready" || !thread.conversation || thread.conversation.blocked) {
      return null;
    }
    const page = pageHere();
    return page && `${thread.conversation.id} ${page.url} ${page.title ?? ""}`;
  }

  /** What stands behind the address is nobody's business. */
  function pageHere(): ShopperPage | null {
    const page = pageOf(shop.standing.get());
    return page && { ...page, url: page.url.replace(/[?#].*/, "") };
  }

  askThePage();
  return {
    look() {
      const visit = current();
      if (visit === waiting) return;
      waiting = visit;
      // Whoever comes back to a page that the browser had kept is on it once more.
      if (visit === null) heard = null;
      stopWaiting();
      stopWaiting = environment.after(PAUSE_MS, () => {
        ready = visit;
        due();
      });
    },
    async tell() {
      const visit = current();
      const page = pageHere();
      if (!visit || !page || visit !== ready || visit === heard) return false;
      const outcome = await ask(
        () => current() === visit,
        () => chat.asVisitor((secret) => putPage(key, secret, page)),
      );
      if (outcome !== null) heard = visit;
      return true;
    },
  };
}
