import { browserEnvironment } from "@shopbell/sync/environment";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type FakeServer, serveInPlaceOfFetch } from "../../../testkit/fake-server.ts";
import { openShopPage } from "../../../testkit/shop-page.ts";
import { createChat } from "../chat/chat.ts";
import { attendPage } from "./attend-page.ts";

const VISITOR = "shopbell:key1:visitor";
const IDENTITY = "shopbell:key1:identity";
const SOON = { timeout: 5000 };

const bowl = { title: "Mixing bowl", price: 4200, quantity: 1 };

let server: FakeServer;
const opened: (() => void)[] = [];

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  server = serveInPlaceOfFetch();
});

afterEach(() => {
  vi.restoreAllMocks();
  for (const close of opened.splice(0)) close();
});

/** A page of the shop that is listened to. */
async function page() {
  const environment = browserEnvironment();
  const { shop, leave, tell, happened } = await openShopPage({
    page: "https://shop.example/bowl",
    title: "Mixing bowl",
    open: false,
  });
  const chat = createChat("key1", shop, environment);
  const attended = attendPage({ key: "key1", shop, chat, environment, pagesVisited: false });
  opened.push(() => {
    chat.pause();
    leave();
  });
  let said = {};
  return {
    chat,
    attended,
    happened,
    tell,
    say(more: { token?: string; cart?: unknown; claim?: string }) {
      const cart = "cart" in more ? { cart: JSON.stringify(more.cart) } : {};
      const token = "token" in more ? { token: JSON.stringify(more.token) } : {};
      const claim = "claim" in more ? { claim: more.claim } : {};
      said = { ...said, ...cart, ...token, ...claim };
      tell({ said });
    },
  };
}

function tokenOf(sub: string, more = ""): string {
  return `e30.${btoa(JSON.stringify({ sub, more })).replaceAll("=", "")}.c2ln`;
}

const cart = (...items: object[]) => ({ currency: "EUR", items });
const puts = (what: string) => server.asked.filter(({ url }) => url.endsWith(`/${what}`));

describe("a cart", () => {
  test("stores nothing and sends nothing before anybody wrote, and goes with the first message", async () => {
    const { attended, say } = await page();

    say({ cart: cart(bowl) });
    await vi.waitFor(() => expect(attended.along(true).cart).toEqual(cart(bowl)));
    await new Promise((resolve) => setTimeout(resolve, 400));

    expect({ ...localStorage, ...sessionStorage }).toEqual({});
    expect(server.asked).toEqual([]);
    expect(attended.along(false).cart).toBeUndefined();
  });

  test("is told of a visitor whom the server knows, once however often it changed in one go", async () => {
    const { chat, say } = await page();
    chat.send({ text: "Hello" });
    await vi.waitFor(() => expect(chat.state.get().thread?.phase).toBe("ready"), SOON);

    for (const quantity of [1, 2, 3, 4]) say({ cart: cart({ ...bowl, quantity }) });
    await vi.waitFor(() => expect(server.carts).toEqual([cart({ ...bowl, quantity: 4 })]), SOON);
    say({ cart: cart() });
    await vi.waitFor(() => expect(server.carts).toHaveLength(2), SOON);

    expect(server.carts.at(-1)).toEqual(cart());
  });

  test("that was lost on its way is told again, and only the newest", async () => {
    const { chat, say } = await page();
    chat.send({ text: "Hello" });
    await vi.waitFor(() => expect(chat.state.get().thread?.phase).toBe("ready"), SOON);
    server.loseAnswers(true);
    say({ cart: cart(bowl) });
    await vi.waitFor(() => expect(puts("cart").length).toBeGreaterThan(0), SOON);
    say({ cart: cart({ ...bowl, quantity: 7 }) });
    server.loseAnswers(false);

    await vi.waitFor(
      () => expect(server.carts.at(-1)).toEqual(cart({ ...bowl, quantity: 7 })),
      SOON,
    );
    const told = server.carts.length;
    dispatchEvent(new Event("online"));
    await new Promise((resolve) => setTimeout(resolve, 600));

    expect(server.carts).toHaveLength(told);
  });

  test("that makes no sense is told of to the developer alone", async () => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
    const { chat, say, happened } = await page();
    chat.send({ text: "Hello" });
    await vi.waitFor(() => expect(chat.state.get().thread?.phase).toBe("ready"), SOON);

    say({ cart: { items: "bowl" } });
    await vi.waitFor(() => expect(warned).toHaveBeenCalledOnce(), SOON);

    expect(puts("cart")).toEqual([]);
    expect(happened).toEqual([]);
  });
});

describe("whom the shop vouches for", () => {
  test("is told at once, and the thread of who that is appears in a browser that never wrote", async () => {
    const { chat, say, happened } = await page();
    server.meet("anna", ["Where is my parcel?"]);

    say({ token: tokenOf("anna") });

    await vi.waitFor(() => expect(chat.state.get().thread?.thread.messages).toHaveLength(1), SOON);
    await vi.waitFor(() => expect(happened).toContainEqual({ type: "identified", detail: null }));
    expect(localStorage.getItem(IDENTITY)).toBe("anna");
    expect(localStorage.getItem(VISITOR)).toContain('"known":true');
  });

  test("is told with the secret of this browser, and in no address", async () => {
    const { chat, say } = await page();
    chat.send({ text: "Hello" });
    await vi.waitFor(() => expect(chat.state.get().thread?.phase).toBe("ready"), SOON);

    say({ token: tokenOf("anna") });
    await vi.waitFor(() => expect(server.identities.size).toBe(1), SOON);

    expect([...server.identities.keys()]).toEqual([chat.visitor()?.secret]);
    for (const { url } of server.asked) expect(url).not.toContain(tokenOf("anna"));
  });

  test("may have a cart, though nothing was written", async () => {
    const { say } = await page();

    say({ token: tokenOf("anna"), cart: cart(bowl) });

    await vi.waitFor(() => expect(server.carts).toEqual([cart(bowl)]), SOON);
  });

  test("is told again after the connection was gone, by the newest token", async () => {
    const { say } = await page();
    server.loseAnswers(true);
    say({ token: tokenOf("anna", "old") });
    await vi.waitFor(() => expect(puts("identity").length).toBeGreaterThan(0), SOON);
    say({ token: tokenOf("anna", "new") });
    server.loseAnswers(false);

    await vi.waitFor(
      () => expect([...server.identities.values()]).toContain(tokenOf("anna", "new")),
      SOON,
    );
    const { length } = puts("identity");
    dispatchEvent(new Event("online"));
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(puts("identity")).toHaveLength(length);
  });

  test("by a token that is too old is told to the page, and the chat goes on", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const { chat, say, happened } = await page();
    chat.send({ text: "Hello" });
    await vi.waitFor(() => expect(chat.state.get().thread?.phase).toBe("ready"), SOON);
    server.refuseTokens("The token has expired.");

    say({ token: tokenOf("anna") });

    await vi.waitFor(() =>
      expect(happened).toContainEqual({ type: "refused", detail: "The token has expired." }),
    );
    chat.send({ text: "Still here" });
    await vi.waitFor(() => expect([...server.threads.values()][0]).toHaveLength(2), SOON);
    expect(puts("identity")).toHaveLength(1);
    expect(localStorage.getItem(IDENTITY)).toBeNull();
  });

  test.each(["", "x", "a.b.c", "e30.e30.x"])("by %j is not even asked for", async (token) => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const { say, happened } = await page();

    say({ token });

    await vi.waitFor(() => expect(happened).toMatchObject([{ type: "refused" }]));
    expect(server.asked).toEqual([]);
    expect({ ...localStorage }).toEqual({});
  });

  test("is somebody else than before: all that was kept is wiped before anything is told or sent", async () => {
    const reload = vi.spyOn(location, "reload").mockImplementation(() => {});
    const first = await page();
    first.say({ token: tokenOf("anna") });
    await vi.waitFor(() => expect(localStorage.getItem(IDENTITY)).toBe("anna"), SOON);
    server.hang(true);
    first.chat.send({ text: "of Anna" });
    await vi.waitFor(() => expect(Object.keys(localStorage).join()).toContain("outbox:"));
    sessionStorage.setItem("shopbell:key1:draft", "half a word");
    server.hang(false);

    first.say({ token: tokenOf("berta") });
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce(), SOON);

    expect({ ...localStorage, ...sessionStorage }).toEqual({});
    expect([...server.identities.values()]).toEqual([tokenOf("anna")]);
    const next = await page();
    next.say({ token: tokenOf("berta") });
    await vi.waitFor(() => expect(localStorage.getItem(IDENTITY)).toBe("berta"), SOON);
    expect(server.identities.size).toBe(2);
    expect(server.threads.size).toBe(0);
  });
});

test("the page hears when the chat is opened and closed, and of what is unread", async () => {
  const { tell, happened } = await page();

  tell({ open: true });
  await vi.waitFor(() => expect(happened).toEqual([{ type: "open", detail: null }]));
  tell({ open: true });
  tell({ open: false });

  await vi.waitFor(() =>
    expect(happened).toEqual([
      { type: "open", detail: null },
      { type: "closed", detail: null },
    ]),
  );
});

test("a message takes along where it was written", async () => {
  const { attended, tell } = await page();

  expect(attended.along(false)).toEqual({
    page: { url: "https://shop.example/bowl", title: "Mixing bowl" },
  });
  tell({ page: "about:blank", title: "x" });
  await vi.waitFor(() => expect(attended.along(true)).toEqual({}));
});

test("what a link in a mail led here with is shown once, after who the shop says this is", async () => {
  const { say, tell } = await page();

  say({ token: tokenOf("c-1"), claim: "the-claim" });
  await vi.waitFor(() => expect(puts("identity/email")).toHaveLength(1), SOON);
  tell({ open: true });
  await vi.waitFor(() => expect(document.body.textContent).toContain("is confirmed"), SOON);

  expect(puts("identity/email")).toMatchObject([{ body: { claim: "the-claim", agreed: false } }]);
  const order = server.asked.map(({ url }) => url);
  expect(order.findIndex((url) => url.endsWith("/identity"))).toBeLessThan(
    order.findIndex((url) => url.endsWith("/identity/email")),
  );
  const [shown] = puts("identity/email");
  expect(shown?.kept[VISITOR]).toContain(shown?.authorization?.slice("Bearer ".length));
});
