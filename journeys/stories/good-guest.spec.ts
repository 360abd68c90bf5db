import { gzipSync } from "node:zlib";
import { expect, type Frame } from "@playwright/test";
import { expectAccessible } from "../kit/accessibility.ts";
import { browserWith, isStorageOpen } from "../kit/browser.ts";
import { somebody } from "../kit/person.ts";
import { test } from "../kit/test.ts";
import { Widget } from "../kit/widget.ts";

const LOADER_LIMIT = 3_000;

test("a shopper who does not open the chat loads three kilobytes, once, and keeps nothing", async ({
  demo,
  scene,
}) => {
  const shopper = await scene.shopper();
  const { page } = shopper;
  const asked: string[] = [];
  page.context().on("request", (request) => {
    if (request.url().startsWith(demo.inbox)) asked.push(request.url());
  });
  page.on("websocket", (socket) => asked.push(socket.url()));
  const loaded = page.waitForResponse(`${demo.inbox}/widget/${demo.storeKey}.js`);

  await page.goto("/products/breakfast-mug.html");
  await shopper.launcher.hover();
  await shopper.launcher.focus();
  await page.mouse.wheel(0, 2_000);
  await page.getByRole("link", { name: "Journal" }).first().focus();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));

  const loader = await loaded;
  expect(loader.headers()["content-encoding"]).toBe("gzip");
  expect(gzipSync(await loader.body(), { level: 9 }).length).toBeLessThanOrEqual(LOADER_LIMIT);
  expect(await loader.headerValue("set-cookie")).toBeNull();
  expect(asked).toEqual([loader.url()]);
  expect(await keptIn(page.mainFrame())).toEqual(NOTHING);
  expect(await page.context().cookies()).toEqual([]);
});

test("opening the chat and looking around keeps nothing; the first message does", async ({
  demo,
}, testInfo) => {
  const profile = testInfo.outputPath("profile");
  const context = await browserWith("allowed", profile, { baseURL: demo.store });
  const shopper = new Widget(await context.newPage());
  const { page } = shopper;
  await page.goto("/products/breakfast-mug.html");
  await shopper.open();
  expect(await shopper.frame.evaluate(isStorageOpen)).toBe(true);
  await shopper.panel.getByRole("button", { name: "Send us a message" }).click();
  await shopper.panel.getByRole("button", { name: "Back" }).click();
  await shopper.close();
  await shopper.open();

  expect(await keptIn(page.mainFrame())).toEqual(NOTHING);
  expect(await keptIn(shopper.frame)).toEqual(NOTHING);
  expect(await page.context().cookies()).toEqual([]);

  await shopper.introduce(somebody("Nils"), "Now you may remember me.");
  await expect(shopper.fate(/^Sent /)).toBeVisible();

  const { local } = await keptIn(page.mainFrame());
  expect(local.filter((name) => name.endsWith(":visitor"))).toHaveLength(1);
  expect(await keptIn(shopper.frame)).toEqual(NOTHING);
  expect(await page.context().cookies()).toEqual([]);
  await expectAccessible(page);
  await context.close();
});

interface Kept {
  readonly local: readonly string[];
  readonly session: readonly string[];
  readonly databases: number;
  readonly cookies: string;
  readonly caches: number;
}

const NOTHING: Kept = { local: [], session: [], databases: 0, cookies: "", caches: 0 };

/** The names of everything a page's origin keeps in this browser. */
function keptIn(frame: Frame): Promise<Kept> {
  return frame.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).length,
    cookies: document.cookie,
    caches: (await caches.keys()).length,
  }));
}
