import type { Contact, ShopperDraft } from "@shopbell/protocol/shopper";
import { type Cell, createCell } from "@shopbell/sync/cell";
import { type Entry, writtenOut } from "@shopbell/sync/entry";
import type { Environment } from "@shopbell/sync/environment";
import { type Outcome, UNREACHED } from "@shopbell/sync/http";
import { type AsVisitor, createShopperApi } from "@shopbell/sync/shopper-api";
import {
  createShopperSession,
  type ShopperSession,
  type ShopperSessionOptions,
  type ShopperState,
} from "@shopbell/sync/shopper-session";
import { createUploadDoor, type UploadDoor } from "@shopbell/sync/uploads/upload-door";
import { shelfStorage } from "../shop/shelf-storage.ts";
import type { Shop } from "../shop/shop.ts";
import { drawVisitor, readVisitor, type Visitor, writeVisitor } from "../visitor/visitor.ts";

/** So long another tab that writes for the first time at the same moment may take to be heard of. */
const SETTLE_MS = 120;

export interface ChatState {
  /** The thread with the store, once this browser has written. */
  readonly thread: ShopperState | null;
  /** The first messages: kept, and sent as soon as it is certain who this browser is. */
  readonly starting: readonly Entry<ShopperDraft>[];
}

export interface Chat {
  readonly state: Pick<Cell<ChatState>, "get" | "subscribe">;
  /** What is sent with messages. */
  readonly files: UploadDoor;
  /** Who this browser is, once that is certain. */
  visitor(): Visitor | null;
  /** Asks as whoever this browser is; once more if another secret has come in the place of the one that was refused. */
  readonly asVisitor: AsVisitor;
  /** From now on this browser is known by another secret. */
  follow(next: Visitor): void;
  /** Makes a visitor, for whoever has not written. */
  draw(): void;
  send(draft: ShopperDraft): void;
  /** Once more, for a message that was refused or waits for its next try. */
  retry(message: string, contact?: Contact): void;
  /** Its writer may have it back, to write it anew with the same files. */
  discard(message: string, isGivenBack?: boolean): void;
  loadEarlier(): void;
  /** A key was pressed. */
  type(): void;
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
  /** As whom the session speaks. */
  let speaker = {};
  let drawn: Visitor | null = null;
  let isSettling = false;
  /** First messages the storage had no room for. */
  const unkept = new Set<string>();
  let wake = () => {};

  /** Fetched when the first file is met, and open once it is certain whose files they are. */
  const files = createUploadDoor(async (changed) => {
    const { openFiles } = await import("../files/open-files.ts");
    return openFiles({ key, shop, environment, changed, state, draw, visitor: () => visitor });
  });

  const kept = () => readVisitor(shop.standing.get().kept.visitor);

  function keep(next: Visitor, claim = false): void {
    void shop.keep({ name: "visitor", value: writeVisitor(next), claim });
  }

  function adopt(next: Visitor): ShopperSession {
    session?.stop();
    visitor = next;
    const options = {
      ...next,
      api: createShopperApi(key, asVisitor),
      storage: shelfStorage(shop),
      files,
      environment: {
        ...environment,
        onWake(woken) {
          wake = () => woken("visible");
          return environment.onWake(woken);
        },
      },
    } satisfies ShopperSessionOptions;
    const adopted = createShopperSession(options);
    session = adopted;
    speaker = options;
    const publish = () => {
      if (session !== adopted) return;
      const thread = adopted.getSnapshot();
      const { entries } = thread.outbox;
      const here = new Set([...entries, ...thread.thread.messages].map(({ id }) => id));
      const starting = state.get().starting.filter(({ id }) => !here.has(id));
      state.set({ thread, starting });
      notice(thread);
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
    // The thread that there was is not this browser's any more: what is written next begins another one.
    const conversation = known ? visitor.conversation : environment.newId();
    visitor = { ...visitor, known, conversation };
    keep(visitor);
    if (!known) adopt(visitor);
  }

  async function asVisitor<T>(once: (secret: string) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const secret = visitor?.secret;
    const outcome = await once(secret ?? "");
    if (outcome.kind !== "refused") return outcome;
    if (outcome.code === "secret_replaced") {
      const part = await import("../page/renewal.ts").catch(() => null);
      if (!part) return UNREACHED;
      if (visitor && visitor.secret === secret) follow(await part.successorOf(shop, visitor));
    }
    return visitor?.secret === secret ? outcome : asVisitor(once);
  }

  function follow(next: Visitor): void {
    visitor = next;
    Object.assign(speaker, next);
    if (next.known) session?.reload();
  }

  /** Takes in what this page or another tab of the shop has kept. */
  function look(): void {
    const found = kept();
    if (!found) return;
    if (!visitor) {
      if (found.known) adopt(found);
      else settle();
    } else if (visitor.known && !found.known) {
      // The one the server knows stays: another tab overwrote it before it could hear of it.
      keep(visitor);
    } else if (writeVisitor(found) !== writeVisitor(visitor)) {
      follow(found);
    }
  }

  /** Waits until it is certain whose claim has won. */
  function settle(): void {
    if (isSettling) return;
    isSettling = true;
    environment.after(SETTLE_MS, () => {
      isSettling = false;
      const winner = kept() ?? drawn;
      if (visitor || !winner) return;
      const begun = adopt(winner);
      // What the outbox cannot find in the storage is handed over as it is.
      const { starting } = state.get();
      for (const { body } of starting.filter(({ id }) => unkept.has(id))) begun.send(body);
      state.set({ starting: starting.filter(({ id }) => !unkept.has(id)) });
    });
  }

  /** Claims a visitor, for what is about to be sent. */
  function draw(): Visitor {
    const { visitor: found } = shop.standing.get().kept;
    drawn ??= drawVisitor();
    // What is kept but cannot be read is of no use to any tab.
    keep(drawn, found === undefined || readVisitor(found) !== null);
    settle();
    return drawn;
  }

  /** Keeps the message with its visitor before anything else happens. */
  function begin(draft: ShopperDraft): void {
    const { conversation } = draw();
    const { starting } = state.get();
    const entry: Entry<ShopperDraft> = {
      id: environment.newId(),
      conversation,
      body: draft,
      at: Math.max(environment.now(), (starting.at(-1)?.at ?? 0) + 1),
      failed: null,
    };
    state.set({ starting: [...starting, entry] });
    shelfStorage(shop)
      .set(entry.id, writtenOut(entry))
      .catch(() => unkept.add(entry.id));
  }

  function send(draft: ShopperDraft): void {
    if (session && visitor) {
      // Somebody may have emptied the page's storage meanwhile; the message would be nobody's after a page load.
      keep(visitor, true);
      session.send(draft);
    } else {
      begin(draft);
    }
  }

  shop.standing.subscribe(look);
  look();
  if (kept() && shop.standing.get().kept.tab) void files.open();

  return {
    state,
    files,
    visitor: () => visitor,
    asVisitor,
    follow,
    draw,
    send,
    retry(message, contact) {
      session?.retry(message, contact);
      wake();
    },
    discard: (message, isGivenBack) => session?.discard(message, isGivenBack),
    loadEarlier: () => session?.loadEarlier(),
    type: () => session?.type(),
    sawUpTo: (publicSeq) => session?.sawUpTo(publicSeq),
    reload: () => session?.reload(),
    pause: () => session?.stop(),
    resume() {
      if (visitor) adopt(visitor);
      shop.refresh();
    },
  };
}
