import type { Contact, ShopperDraft } from "@shopbell/protocol/shopper";
import { type Cell, createCell } from "@shopbell/sync/cell";
import type { Environment } from "@shopbell/sync/environment";
import { createShopperApi } from "@shopbell/sync/shopper-api";
import {
  createShopperSession,
  type ShopperSession,
  type ShopperState,
} from "@shopbell/sync/shopper-session";
import { shelfStorage } from "../shop/shelf-storage.ts";
import type { Shop } from "../shop/shop.ts";
import { drawVisitor, readVisitor, type Visitor, writeVisitor } from "../visitor/visitor.ts";

/** So long another tab that writes for the first time at the same moment may take to be heard of. */
const SETTLE_MS = 120;

export interface ChatState {
  /** The thread with the store, once this browser has written. */
  readonly thread: ShopperState | null;
  /** The first messages, while this browser makes itself known. */
  readonly starting: readonly ShopperDraft[];
}

export interface Chat {
  readonly state: Pick<Cell<ChatState>, "get" | "subscribe">;
  send(draft: ShopperDraft): void;
  /** Once more, for a message that was refused or waits for its next try. */
  retry(message: string, contact?: Contact): void;
  discard(message: string): void;
  loadEarlier(): void;
  sawUpTo(publicSeq: number): void;
  reload(): void;
  /** The page goes into the browser's back/forward cache, where no connection may stay open. */
  pause(): void;
  resume(): void;
}

/**
 * The conversation of this browser with one store. All tabs of the shop share one visitor; who writes first makes it:
 * the visitor is claimed in the shop page's storage, and only what is found there a moment later is used, so that two tabs
 * that write at the same time end up with the same one.
 */
export function createChat(key: string, shop: Shop, environment: Environment): Chat {
  const state = createCell<ChatState>({ thread: null, starting: [] });
  let visitor: Visitor | null = null;
  let session: ShopperSession | null = null;
  let wake = () => {};

  function keep(next: Visitor, claim = false): Promise<string | null> {
    return shop.keep({ name: "visitor", value: writeVisitor(next), claim });
  }

  function adopt(next: Visitor): ShopperSession {
    session?.stop();
    visitor = next;
    const adopted = createShopperSession({
      ...next,
      api: createShopperApi(key, next.secret),
      storage: shelfStorage(shop),
      environment: {
        ...environment,
        onWake(woken) {
          wake = () => woken("visible");
          return environment.onWake(woken);
        },
      },
    });
    session = adopted;
    const publish = () => {
      if (session !== adopted) return;
      state.set({ thread: adopted.getSnapshot() });
      notice(adopted.getSnapshot());
    };
    adopted.subscribe(publish);
    adopted.start();
    publish();
    return adopted;
  }

  /** Whether the server knows this visitor is worth keeping: a new page then loads the thread at once. */
  function notice({ phase }: ShopperState): void {
    if (!visitor || (phase !== "ready" && phase !== "new")) return;
    const known = phase === "ready";
    if (known === visitor.known) return;
    visitor = { ...visitor, known };
    void keep(visitor);
  }

  /** Takes in what another tab of the shop has kept. */
  function follow(): void {
    const kept = readVisitor(shop.standing.get().kept.visitor);
    if (!kept || state.get().starting.length > 0) return;
    if (!visitor) {
      adopt(kept);
    } else if (kept.secret !== visitor.secret) {
      // The one the server knows stays: another tab overwrote it before it could hear of it.
      if (!visitor.known) adopt(kept);
      else if (!kept.known) void keep(visitor);
    } else if (kept.known && !visitor.known) {
      visitor = kept;
      session?.reload();
    }
  }

  /** Claims a visitor, and waits until it is certain whose claim has won. */
  async function begin(): Promise<ShopperSession> {
    const { visitor: kept } = shop.standing.get().kept;
    // What is kept but cannot be read is of no use to any tab.
    const isUnreadable = kept !== undefined && readVisitor(kept) === null;
    await keep(drawVisitor(), !isUnreadable);
    await new Promise<void>((resolve) => environment.after(SETTLE_MS, resolve));
    return adopt(readVisitor(shop.standing.get().kept.visitor) ?? drawVisitor());
  }

  function send(draft: ShopperDraft): void {
    if (session && visitor) {
      // Somebody may have emptied the page's storage meanwhile; the message would be nobody's after a page load.
      void keep(visitor, true);
      session.send(draft);
      return;
    }
    const { starting } = state.get();
    state.set({ starting: [...starting, draft] });
    if (starting.length > 0) return;
    void begin().then((begun) => {
      for (const one of state.get().starting) begun.send(one);
      state.set({ starting: [] });
    });
  }

  shop.standing.subscribe(follow);
  follow();

  return {
    state,
    send,
    retry(message, contact) {
      session?.retry(message, contact);
      wake();
    },
    discard: (message) => session?.discard(message),
    loadEarlier: () => session?.loadEarlier(),
    sawUpTo: (publicSeq) => session?.sawUpTo(publicSeq),
    reload: () => session?.reload(),
    pause: () => session?.stop(),
    resume() {
      if (visitor) adopt(visitor);
      shop.refresh();
    },
  };
}
