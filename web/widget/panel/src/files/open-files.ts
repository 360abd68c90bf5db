import type { Cell } from "@shopbell/sync/cell";
import type { Environment } from "@shopbell/sync/environment";
import { openUploads } from "@shopbell/sync/uploads/browser-uploads";
import type { Uploads, UploadsState } from "@shopbell/sync/uploads/upload";
import type { ChatState } from "../chat/chat.ts";
import type { Shop } from "../shop/shop.ts";
import type { Visitor } from "../visitor/visitor.ts";

interface Options {
  readonly key: string;
  readonly shop: Shop;
  readonly environment: Environment;
  readonly state: Pick<Cell<ChatState>, "get" | "subscribe">;
  visitor(): Visitor | null;
  /** Makes one, for whoever has not written. */
  draw(): void;
  changed(state: UploadsState): void;
}

/**
 * The uploads of whoever uses this browser. A visitor has one conversation, so none is named until something is sent to it;
 * what goes with the first message is uploaded before that has opened it.
 */
export async function openFiles(options: Options): Promise<Uploads> {
  const { key, shop, environment, state, visitor, draw, changed } = options;
  if (!visitor()) draw();
  await known(state);
  const place = {
    conversation() {
      const id = state.get().thread?.conversation?.id ?? visitor()?.conversation;
      return `/api/widget/${key}/conversations/${id}`;
    },
    get secret() {
      return visitor()?.secret;
    },
  };
  const tab = shop.standing.get().kept.tab ?? environment.newId();
  // Kept in the shop's page for this tab: by it the next page knows that there may be files.
  void shop.keep({ name: "tab", value: tab, tab: true });
  return openUploads({ place, environment, owner: `panel.${key}`, tab, changed });
}

/** Settles once it is certain whose files they are, and where the server has them. */
function known(state: Options["state"]): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const phase = state.get().thread?.phase;
      if (phase !== "ready" && phase !== "new") return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = state.subscribe(look);
    look();
  });
}
