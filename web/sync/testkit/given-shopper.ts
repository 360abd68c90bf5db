import { createShopperSession } from "../src/shopper-session.ts";
import { createFakeShopperServer, SECRET } from "./fake-shopper-server.ts";
import { createSharedStorage } from "./memory-storage.ts";
import { createWorld } from "./world.ts";

/** A shopper's browser, which may open the chat in several tabs, and the server it talks to. */
export function browser() {
  const world = createWorld();
  const server = createFakeShopperServer(world);
  const shared = createSharedStorage();
  const open = (known: boolean, api = server.api) =>
    createShopperSession({
      api,
      secret: SECRET,
      conversation: "conversation-drawn",
      known,
      storage: shared.tab(),
      environment: world,
    });
  return { world, server, shared, open };
}

/** A visitor with a thread of that many messages, ready and connected. */
export async function returning(count: number) {
  const { world, server, shared, open } = browser();
  for (let index = 0; index < count; index += 1) server.says("customer");
  const session = open(true);
  session.start();
  await world.advance(1_000);
  server.requests.length = 0;
  const state = session.getSnapshot;
  const places = () => state().thread.messages.map(({ publicSeq }) => publicSeq);
  return { world, server, shared, open, session, state, places };
}
