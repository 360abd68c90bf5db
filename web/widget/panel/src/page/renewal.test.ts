import { browserEnvironment } from "@shopbell/sync/environment";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type FakeServer, serveInPlaceOfFetch } from "../../../testkit/fake-server.ts";
import { openShopPage } from "../../../testkit/shop-page.ts";
import { createChat } from "../chat/chat.ts";
import { drawVisitor, readVisitor } from "../visitor/visitor.ts";
import { attendPage } from "./attend-page.ts";

const VISITOR = "shopbell:key1:visitor";
const NEXT = "shopbell:key1:next";
const SOON = { timeout: 5000 };
const ANNA = `e30.${btoa(JSON.stringify({ sub: "anna" }))}.c2ln`;

let server: FakeServer;
const opened: (() => void)[] = [];

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  server = serveInPlaceOfFetch();
});

afterEach(() => {
  vi.unstubAllGlobals();
  for (const close of opened.splice(0)) close();
});

/** A tab of the shop, which is told of nothing that other tabs keep. */
async function tab() {
  const environment = browserEnvironment();
  const { shop, leave, tell, happened } = await openShopPage({ open: false });
  const chat = createChat("key1", shop, environment);
  attendPage({ key: "key1", shop, chat, environment, pagesVisited: false });
  const die = () => {
    chat.pause();
    leave();
  };
  opened.push(die);
  return {
    chat,
    die,
    happened,
    texts: () => chat.state.get().thread?.thread.messages.map(({ text }) => text),
    signIn: () => tell({ said: { token: JSON.stringify(ANNA) } }),
    press: () => tell({ said: { claim: "c" } }),
  };
}

type Tab = Awaited<ReturnType<typeof tab>>;

async function written(one: Tab, text: string) {
  one.chat.send({ text });
  await vi.waitFor(() => expect(one.texts()).toContain(text), SOON);
}

const secret = () => readVisitor(localStorage.getItem(VISITOR))?.secret ?? "";
const puts = () => server.asked.filter(({ url }) => url.includes("/identity"));
const identified = (one: Tab) =>
  vi.waitFor(() => expect(one.happened.map(({ type }) => type)).toContain("identified"), SOON);

const REPLACED = { code: "secret_replaced", field: null, retryAfter: null, problem: {} };

/** Sockets on which everything is said in vain. */
function recording(said: unknown[]) {
  return class extends EventTarget {
    constructor() {
      super();
      setTimeout(() => this.dispatchEvent(new Event("open")));
    }
    send(frame: string) {
      said.push(JSON.parse(frame));
    }
    close() {}
  };
}

/** The old secret is nobody's, and the thread goes on with the one that is kept. */
function expectRenewed(old: string, texts: readonly string[]) {
  expect(secret()).toBe(server.replaced.get(old));
  expect(server.threads.has(old)).toBe(false);
  expect(server.threads.get(secret())?.map(({ text }) => text)).toEqual(texts);
}

describe("a browser that is proven to be somebody's", () => {
  test("goes on with a secret that was kept before the server heard of it", async () => {
    const page = await tab();
    await written(page, "Hello");
    const old = secret();

    page.signIn();
    await identified(page);

    expectRenewed(old, ["Hello"]);
    const [, asked] = puts();
    expect(asked?.body).toEqual({ token: ANNA, next: secret() });
    expect(asked?.kept[NEXT]).toContain(secret());
    await vi.waitFor(() => expect(page.texts()).toEqual(["Hello"]), SOON);
    await written(page, "Again");
    expectRenewed(old, ["Hello", "Again"]);
  });

  test("by a link in a mail, too", async () => {
    const page = await tab();
    await written(page, "Hello");
    const old = secret();

    page.press();
    await vi.waitFor(() => expect(document.body.textContent).toContain("is confirmed"), SOON);

    expectRenewed(old, ["Hello"]);
    document.body.textContent = "";
  });

  test("keeps its secret when the shop says the same on the next page", async () => {
    const page = await tab();
    page.signIn();
    await identified(page);
    const renewed = secret();
    const asked = puts().length;
    page.die();

    const next = await tab();
    next.signIn();
    await identified(next);

    expect(secret()).toBe(renewed);
    expect(
      puts()
        .slice(asked)
        .map(({ body }) => body),
    ).toEqual([{ token: ANNA, renews: true }]);
  });

  test("goes on where the answer was lost", async () => {
    const page = await tab();
    await written(page, "Hello");
    const old = secret();
    server.loseNextRenewal();

    page.signIn();
    await identified(page);

    expectRenewed(old, ["Hello"]);
  });

  test("and where the tab died before the answer, also on a page that says nothing", async () => {
    const page = await tab();
    await written(page, "Hello");
    const old = secret();
    server.loseNextRenewal(true);
    page.signIn();
    await vi.waitFor(() => expect(server.replaced.size).toBe(1), SOON);
    page.die();
    server.hang(false);
    expect(secret()).toBe(old);

    const next = await tab();

    await vi.waitFor(() => expect(next.texts()).toEqual(["Hello"]), SOON);
    expectRenewed(old, ["Hello"]);
  });

  test("is not known by what was drawn long before, for a proof that never arrived", async () => {
    const page = await tab();
    await written(page, "Hello");
    const old = secret();
    const copied = drawVisitor().secret;
    localStorage.setItem(NEXT, JSON.stringify({ of: old, secret: copied, at: 0 }));

    page.signIn();
    await identified(page);

    expect(secret()).not.toBe(copied);
    expectRenewed(old, ["Hello"]);
  });

  test("draws anew where the next secret is somebody's", async () => {
    const page = await tab();
    await written(page, "Hello");
    const old = secret();
    const taken = drawVisitor().secret;
    server.replace(drawVisitor().secret, taken);
    server.replace(taken, drawVisitor().secret);
    localStorage.setItem(NEXT, JSON.stringify({ of: old, secret: taken, at: Date.now() }));

    page.signIn();
    await identified(page);

    expect(secret()).not.toBe(taken);
    expectRenewed(old, ["Hello"]);
  });
});

describe("the other tabs", () => {
  test("go on with the new secret, and what waits in them is sent with it", async () => {
    const page = await tab();
    await written(page, "Hello");
    const old = secret();
    const other = await tab();
    await vi.waitFor(() => expect(other.texts()).toEqual(["Hello"]), SOON);

    page.signIn();
    await identified(page);
    expect(other.chat.visitor()?.secret).toBe(old);
    await written(other, "From the other");

    expectRenewed(old, ["Hello", "From the other"]);
    expect(other.chat.visitor()?.secret).toBe(secret());
    expect(other.texts()).toEqual(["Hello", "From the other"]);
  });

  test("ask once more what was refused", async () => {
    const page = await tab();
    await written(page, "Hello");
    const old = secret();
    const other = await tab();
    page.signIn();
    await identified(page);
    const asked: string[] = [];

    const outcome = await other.chat.asVisitor(async (by) => {
      asked.push(by);
      return by === old
        ? { ...REPLACED, kind: "refused", status: 401 }
        : { kind: "done", value: by };
    });

    expect(asked).toEqual([old, secret()]);
    expect(outcome).toEqual({ kind: "done", value: secret() });
  });

  test("say hello with the new secret", async () => {
    const hellos: unknown[] = [];
    vi.stubGlobal("WebSocket", recording(hellos));
    const page = await tab();
    await written(page, "Hello");
    const other = await tab();
    await vi.waitFor(() => expect(hellos).toHaveLength(2), SOON);

    page.signIn();
    await identified(page);
    other.chat.send({ text: "From the other" });

    const renewed = expect.objectContaining({ type: "hello", secret: secret() });
    await vi.waitFor(() => expect(hellos.slice(2)).toEqual([renewed, renewed]), SOON);
  });

  test("may say the same at the same moment", async () => {
    const page = await tab();
    await written(page, "Hello");
    const old = secret();
    const other = await tab();
    await vi.waitFor(() => expect(other.texts()).toEqual(["Hello"]), SOON);

    page.signIn();
    other.signIn();
    await Promise.all([identified(page), identified(other)]);

    expectRenewed(old, ["Hello"]);
    expect(server.replaced.size).toBe(1);
    await written(page, "One");
    await written(other, "Two");
    expectRenewed(old, ["Hello", "One", "Two"]);
  });

  test("write a first message that nobody had stored as the same customer", async () => {
    const page = await tab();
    page.chat.draw();
    await vi.waitFor(() => expect(page.chat.visitor()).not.toBeNull(), SOON);
    const other = await tab();
    await vi.waitFor(() => expect(other.chat.visitor()).not.toBeNull(), SOON);
    const old = secret();
    page.signIn();
    await identified(page);

    await written(other, "Hello");

    expectRenewed(old, ["Hello"]);
    expect(server.threads.size).toBe(1);
  });

  test("put the secret before in its place in vain", async () => {
    const page = await tab();
    await written(page, "Hello");
    const old = secret();
    const before = localStorage.getItem(VISITOR) ?? "";
    page.signIn();
    await identified(page);

    localStorage.setItem(VISITOR, before);
    dispatchEvent(new StorageEvent("storage", { key: VISITOR, newValue: before }));

    await vi.waitFor(() => expectRenewed(old, ["Hello"]), SOON);
    await written(page, "Again");
    expectRenewed(old, ["Hello", "Again"]);
  });
});

test("whose secret somebody else has renewed is somebody new, and can write", async () => {
  const page = await tab();
  await written(page, "Hello");
  const old = secret();
  const stolen = drawVisitor().secret;
  server.replace(old, stolen);

  await written(page, "Where is my thread?");

  expect([old, stolen]).not.toContain(secret());
  expect(server.threads.get(secret())?.map(({ text }) => text)).toEqual(["Where is my thread?"]);
  expect(server.threads.get(stolen)?.map(({ text }) => text)).toEqual(["Hello"]);
});

test("a page whose storage takes nothing goes on for as long as it lives", async () => {
  vi.stubGlobal("localStorage", Object.freeze({}));
  const page = await tab();
  await written(page, "Hello");
  const old = page.chat.visitor()?.secret ?? "";

  page.signIn();
  await identified(page);
  await written(page, "Again");

  const now = page.chat.visitor()?.secret ?? "";
  expect(now).toBe(server.replaced.get(old));
  expect(server.threads.get(now)?.map(({ text }) => text)).toEqual(["Hello", "Again"]);
});
