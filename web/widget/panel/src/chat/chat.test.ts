import { browserEnvironment } from "@shopbell/sync/environment";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type FakeServer, serveInPlaceOfFetch } from "../../../testkit/fake-server.ts";
import { openShopPage } from "../../../testkit/shop-page.ts";
import { drawVisitor, readVisitor, writeVisitor } from "../visitor/visitor.ts";
import { createChat } from "./chat.ts";

const VISITOR = "shopbell:key1:visitor";

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

/** A page of the shop with the panel in it. */
async function page() {
  const { shop, leave } = await openShopPage();
  const chat = createChat("key1", shop, browserEnvironment());
  const goAway = () => {
    chat.pause();
    leave();
  };
  opened.push(goAway);
  return { chat, goAway };
}

const keptNames = () => Object.keys(localStorage).map((name) => name.replace(/[\da-f-]{36}/, "ID"));
const stored = () => [...server.threads.values()].map((thread) => thread.map(({ text }) => text));
/** Where messages were sent to, every try of them. */
const posts = () => server.asked.flatMap(({ method, url }) => (method === "PUT" ? [url] : []));
/** Everything written has arrived, and this browser knows. */
const answered = () =>
  vi.waitFor(() => {
    expect(keptNames()).toEqual([VISITOR]);
    expect(readVisitor(localStorage.getItem(VISITOR))?.known).toBe(true);
  }, 3000);

test("nothing is stored and nothing is asked for before the first message", async () => {
  await page();

  expect({ ...localStorage, ...sessionStorage }).toEqual({});
  expect(server.asked).toEqual([]);
});

test("visitor and message are kept in the shop's page before the first request leaves", async () => {
  const { chat } = await page();

  chat.send({ text: "Hello", contact: { email: "anna@example.com" } });
  await answered();

  const [first] = server.asked;
  expect(first?.method).toBe("PUT");
  const kept = Object.values(first?.kept ?? {}).join();
  expect(Object.keys(first?.kept ?? {})).toHaveLength(2);
  expect(kept).toContain("Hello");
  expect(kept).toContain("anna@example.com");
  expect(stored()).toEqual([["Hello"]]);
});

test("a message survives a page load right after it was sent, before anything could leave", async () => {
  const first = await page();
  first.chat.send({ text: "Gone in a moment" });
  await vi.waitFor(() => expect(keptNames()).toHaveLength(2));
  expect(server.asked).toEqual([]);
  first.goAway();

  await page();
  await answered();

  expect(stored()).toEqual([["Gone in a moment"]]);
});

test("the secret is in the header, and in no address", async () => {
  const { chat } = await page();
  chat.send({ text: "Hello" });
  await answered();
  await vi.waitFor(() => expect(server.asked.map(({ method }) => method)).toContain("SOCKET"));

  const secret = readVisitor(localStorage.getItem(VISITOR))?.secret ?? "";
  expect(secret).toHaveLength(43);
  expect(server.asked.length).toBeGreaterThan(2);
  for (const { method, url, authorization } of server.asked) {
    expect(decodeURIComponent(url)).not.toContain(secret);
    if (method !== "SOCKET") expect(authorization).toBe(`Bearer ${secret}`);
  }
});

describe("a page load in the middle of a send", () => {
  test("loses and doubles nothing, though the server had stored it", async () => {
    const first = await page();
    server.loseAnswers(true);
    first.chat.send({ text: "Only once" });
    await vi.waitFor(() => expect(stored()).toEqual([["Only once"]]));
    first.goAway();
    server.loseAnswers(false);

    await page();
    await answered();

    expect(posts().length).toBeGreaterThan(1);
    expect(new Set(posts()).size).toBe(1);
    expect(stored()).toEqual([["Only once"]]);
  });

  test("is made up for by the next page, and by the one after it", async () => {
    server.hang(true);
    const first = await page();
    first.chat.send({ text: "Only once" });
    await vi.waitFor(() => expect(posts()).toHaveLength(1));
    first.goAway();
    const second = await page();
    await vi.waitFor(() => expect(posts()).toHaveLength(2));
    second.goAway();
    server.hang(false);

    await page();
    await answered();

    expect(posts()).toHaveLength(3);
    expect(new Set(posts()).size).toBe(1);
    expect(stored()).toEqual([["Only once"]]);
  });

  test("keeps the order of what was written after it", async () => {
    const first = await page();
    server.loseAnswers(true);
    for (const text of ["one", "two", "three"]) first.chat.send({ text });
    await vi.waitFor(() => expect(keptNames()).toHaveLength(4));
    first.goAway();
    server.loseAnswers(false);

    await page();
    await answered();

    expect(stored()).toEqual([["one", "two", "three"]]);
  });
});

describe("two tabs", () => {
  test("that write for the first time at the same moment are one customer", async () => {
    const [one, other] = [await page(), await page()];

    one.chat.send({ text: "from one" });
    other.chat.send({ text: "from the other" });
    await vi.waitFor(() => expect(stored().flat()).toHaveLength(2), 3000);

    expect(server.threads.size).toBe(1);
  });

  test("share what the first one has made", async () => {
    const [one, other] = [await page(), await page()];
    one.chat.send({ text: "early" });
    await answered();
    // Happens by itself between real tabs.
    dispatchEvent(
      new StorageEvent("storage", { key: VISITOR, newValue: localStorage.getItem(VISITOR) }),
    );
    await vi.waitFor(() => expect(other.chat.state.get().thread?.phase).toBe("ready"), 3000);

    other.chat.send({ text: "late" });
    await vi.waitFor(() => expect(stored()).toEqual([["early", "late"]]), 3000);
  });
});

test("a tab that knows a visitor before the server does hears of the answer in another tab", async () => {
  const one = await page();
  one.chat.send({ text: "Hello" });
  await answered();
  const visitor = localStorage.getItem(VISITOR) ?? "";
  localStorage.setItem(VISITOR, visitor.replace("true", "false"));
  const other = await page();
  await vi.waitFor(() => expect(other.chat.state.get().thread?.phase).toBe("new"));

  localStorage.setItem(VISITOR, visitor);
  dispatchEvent(
    new StorageEvent("storage", { key: VISITOR, newValue: localStorage.getItem(VISITOR) }),
  );

  await vi.waitFor(() => expect(other.chat.state.get().thread?.phase).toBe("ready"));
});

test("storage that the page empties meanwhile is filled again by the next message", async () => {
  const { chat } = await page();
  chat.send({ text: "before" });
  await answered();
  localStorage.clear();

  chat.send({ text: "after" });
  await vi.waitFor(() => expect(stored()).toEqual([["before", "after"]]));

  await answered();
});

test("where the storage is full, messages are sent all the same", async () => {
  const isFull = vi.fn(() => {
    throw new DOMException("Full", "QuotaExceededError");
  });
  vi.stubGlobal("localStorage", new Proxy({}, { set: isFull }));
  const { chat } = await page();

  chat.send({ text: "one" });
  chat.send({ text: "two" });

  await vi.waitFor(() => expect(stored()).toEqual([["one", "two"]]));
  expect(isFull).toHaveBeenCalled();
});

test("a visitor that nobody can read is replaced, also across a page load", async () => {
  localStorage.setItem(VISITOR, "{not JSON");
  const first = await page();
  server.loseAnswers(true);
  first.chat.send({ text: "Hello" });
  await vi.waitFor(() => expect(stored()).toEqual([["Hello"]]));
  first.goAway();
  server.loseAnswers(false);

  await page();
  await answered();

  expect(stored()).toEqual([["Hello"]]);
});

test("a contact that was refused goes out again, mended, under the same id", async () => {
  const { chat } = await page();
  server.refuse("contact_email_incomplete");
  chat.send({ text: "Hello", contact: { email: "anna@" } });
  await vi.waitFor(() => expect(chat.state.get().thread?.outbox.entries[0]?.failed).toBeTruthy());
  const refused = chat.state.get().thread?.outbox.entries[0]?.id ?? "";
  server.refuse(null);

  chat.retry(refused, { email: "anna@example.com" });
  await answered();

  expect([...server.threads.values()][0]?.[0]?.id).toBe(refused);
});

test("where the thread is not this browser's any more, what is written next begins another one", async () => {
  const before = { ...drawVisitor(), known: true };
  localStorage.setItem(VISITOR, writeVisitor(before));
  const { chat } = await page();
  await vi.waitFor(() => expect(readVisitor(localStorage.getItem(VISITOR))?.known).toBe(false));

  chat.send({ text: "Hello" });
  await answered();

  expect(readVisitor(localStorage.getItem(VISITOR))?.secret).toBe(before.secret);
  expect(posts()).toHaveLength(1);
  expect(posts()[0]).not.toContain(before.conversation);
});
