import { browserEnvironment } from "@shopbell/sync/environment";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type FakeServer, serveInPlaceOfFetch } from "../../../testkit/fake-server.ts";
import { openShopPage } from "../../../testkit/shop-page.ts";
import { createChat } from "../chat/chat.ts";
import { attendPage } from "./attend-page.ts";

const SOON = { timeout: 5000 };
const LONGER_THAN_THE_PAUSE = 1_300;

const BOWL = {
  page: "https://shop.example/bowl?token=secret#reviews",
  title: "Mixing bowl",
  open: false,
};
const bowl = { url: "https://shop.example/bowl", title: "Mixing bowl" };

let server: FakeServer;
const opened: (() => void)[] = [];

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  server = serveInPlaceOfFetch();
});

afterEach(() => {
  for (const close of opened.splice(0)) close();
});

/** As a browser, whose timers end with the page. */
function environmentOfAPage() {
  const environment = browserEnvironment();
  const after: typeof environment.after = (milliseconds, run) => {
    const stop = environment.after(milliseconds, run);
    opened.push(stop);
    return stop;
  };
  return { ...environment, after };
}

/** A page of a shop that wants to know which pages are opened, or does not. */
async function page(view: Parameters<typeof openShopPage>[0] = BOWL, pagesVisited = true) {
  const environment = environmentOfAPage();
  const { shop, leave, tell } = await openShopPage(view);
  const chat = createChat("key1", shop, environment);
  attendPage({ key: "key1", shop, chat, environment, pagesVisited });
  opened.push(() => {
    chat.pause();
    leave();
  });
  return { chat, tell, leave };
}

async function write({ chat }: Awaited<ReturnType<typeof page>>) {
  chat.send({ text: "Hello" });
  await vi.waitFor(() => expect(chat.state.get().thread?.phase).toBe("ready"), SOON);
}

const pause = () => new Promise((resolve) => setTimeout(resolve, LONGER_THAN_THE_PAUSE));
const asked = () => server.asked.filter(({ url }) => url.endsWith("/page"));

test("before anybody wrote no page is told", async () => {
  await page();
  await pause();

  expect(server.asked).toEqual([]);
  expect({ ...localStorage, ...sessionStorage }).toEqual({});
});

test("whoever has written tells the page they are on, without what stands behind its address, once", async () => {
  const here = await page();
  await write(here);
  await vi.waitFor(() => expect(server.pages).toEqual([bowl]), SOON);

  here.tell({ page: "https://shop.example/bowl?size=2" });
  here.tell({ open: true });
  await pause();

  expect(server.pages).toEqual([bowl]);
  expect(
    asked()
      .map(({ body }) => JSON.stringify(body))
      .join(),
  ).not.toContain("secret");
});

test("on the next page the panel tells of it by itself", async () => {
  const first = await page();
  await write(first);
  await vi.waitFor(() => expect(server.pages).toHaveLength(1), SOON);
  first.leave();

  await page({ page: "https://shop.example/", title: "" });

  await vi.waitFor(
    () => expect(server.pages.at(-1)).toEqual({ url: "https://shop.example/" }),
    SOON,
  );
});

test("a page that is left at once is not told", async () => {
  const here = await page();
  await write(here);
  await vi.waitFor(() => expect(server.pages).toHaveLength(1), SOON);

  here.tell({ page: "https://shop.example/redirect", title: "" });
  here.tell({ page: "https://shop.example/vase", title: "Vase" });
  await vi.waitFor(() => expect(server.pages).toHaveLength(2), SOON);
  await pause();

  expect(server.pages.at(-1)).toEqual({ url: "https://shop.example/vase", title: "Vase" });
});

test("a shop that goes from view to view without loading a page is asked", async () => {
  let view = "bowl";
  const here = await page({
    get page() {
      return `https://shop.example/${view}`;
    },
  });
  await write(here);
  await vi.waitFor(() => expect(server.pages).toHaveLength(1), SOON);

  view = "vase";

  await vi.waitFor(
    () => expect(server.pages.at(-1)).toEqual({ url: "https://shop.example/vase" }),
    { timeout: 9000 },
  );
}, 15_000);

test("whoever comes back to a page that the browser had kept is on it once more", async () => {
  const here = await page();
  await write(here);
  await vi.waitFor(() => expect(server.pages).toHaveLength(1), SOON);

  here.chat.pause();
  here.chat.resume();

  await vi.waitFor(() => expect(server.pages).toEqual([bowl, bowl]), SOON);
});

test("a store that does not want to know is told nothing", async () => {
  const here = await page(BOWL, false);
  await write(here);
  await pause();

  expect(asked()).toEqual([]);
});

test("a page that was lost on its way is told again, and only the newest", async () => {
  const here = await page();
  await write(here);
  await vi.waitFor(() => expect(server.pages).toHaveLength(1), SOON);
  server.loseAnswers(true);
  here.tell({ page: "https://shop.example/vase", title: "Vase" });
  await vi.waitFor(() => expect(asked().length).toBeGreaterThan(1), SOON);
  here.tell({ page: "https://shop.example/jug", title: "Jug" });
  await pause();
  server.loseAnswers(false);
  dispatchEvent(new Event("online"));

  await vi.waitFor(
    () => expect(server.pages.at(-1)).toEqual({ url: "https://shop.example/jug", title: "Jug" }),
    SOON,
  );
});
