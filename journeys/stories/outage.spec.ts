import { expect, type Frame } from "@playwright/test";
import { somebody } from "../kit/person.ts";
import { type DemoProduct, newDemo } from "../kit/product.ts";
import { test as onSharedDemo } from "../kit/test.ts";

const START_MS = 240_000;

/** With a server of its own, which may be stopped. */
const test = onSharedDemo.extend<object, { readonly product: DemoProduct }>({
  product: [
    async ({ browserName: _ }, use) => {
      const product = await newDemo("outage");
      await product.start();
      await use(product);
      await product.end();
    },
    { scope: "worker", timeout: START_MS },
  ],
  demo: [async ({ product }, use) => use(product.demo()), { scope: "worker" }],
});

const endings = { "restarted in good order": "SIGTERM", killed: "SIGKILL" } as const;

for (const [what, signal] of Object.entries(endings)) {
  test(`while the server is ${what}, both sides write on, and everything arrives once`, async ({
    product,
    scene,
    records,
  }) => {
    test.setTimeout(START_MS);
    const oskar = somebody("Oskar");
    const shopper = await scene.shopper();
    const maya = await scene.staff("Maya");
    await shopper.page.goto("/products/serving-bowl.html");
    await shopper.open();
    await shopper.introduce(oskar, "Hello");
    await maya.toMessages();
    await maya.openThread(oskar.name);
    await maya.reply("Good morning");
    await expect(shopper.said("Good morning")).toBeVisible();
    await expect(maya.log.getByText("Seen", { exact: true })).toBeVisible();
    const pages = [maya.page.mainFrame(), shopper.page.mainFrame(), shopper.frame];
    for (const page of pages) await mark(page);

    await product.stop(signal);
    await expect(maya.banner).toBeVisible();
    await expect(maya.page.getByText("Saved on this device")).toBeVisible();
    await expect(shopper.panel.getByText(/^Reconnecting/)).toBeVisible();
    for (const number of ["one", "two"]) {
      await maya.reply(`Answer ${number}`);
      await shopper.say(`Question ${number}`);
    }
    await expect(maya.log.getByText("Waiting for connection").first()).toBeVisible();
    await maya.composer.fill("An answer half wr");
    await shopper.composer.fill("A question half wr");

    await product.start();
    await expect(maya.banner).toBeHidden();
    await expect(shopper.panel.getByText(/^Reconnecting/)).toBeHidden();
    for (const side of [maya, shopper]) {
      await expect(side.said(/^(Answer|Question) (one|two)$/)).toHaveCount(4);
    }

    const [conversation] = await records.conversations(oskar.email);
    const stored = (await records.messages(conversation?.id ?? "")).map(({ text }) => text);
    expect(stored.filter((text) => text.startsWith("A"))).toEqual(["Answer one", "Answer two"]);
    expect(stored.filter((text) => text.startsWith("Q"))).toEqual(["Question one", "Question two"]);
    expect(stored).toHaveLength(6);
    await expect(maya.log.locator("p[dir=auto]")).toHaveText(stored);
    await expect(shopper.log.locator("p[dir=auto]")).toHaveText(stored);
    await expect(maya.log.getByText("Seen", { exact: true })).toBeVisible();
    await expect(maya.row(oskar.name)).toContainText("Online");

    // Nothing was reloaded for it, and what was being written is still there.
    for (const page of pages) expect(await isMarked(page)).toBe(true);
    await expect(maya.composer).toHaveValue("An answer half wr");
    await expect(shopper.composer).toHaveValue("A question half wr");
    await maya.reply("Welcome back");
    await expect(shopper.said("Welcome back")).toBeVisible();
  });
}

test("while PostgreSQL is killed and comes back, both sides write on, and everything arrives once", async ({
  product,
  scene,
  records,
}) => {
  test.setTimeout(START_MS);
  const vera = somebody("Vera");
  const shopper = await scene.shopper();
  const maya = await scene.staff("Maya");
  await shopper.page.goto("/products/serving-bowl.html");
  await shopper.open();
  await shopper.introduce(vera, "Hello");
  await maya.toMessages();
  await maya.openThread(vera.name);
  await maya.reply("Good morning");
  await expect(shopper.said("Good morning")).toBeVisible();
  const pages = [maya.page.mainFrame(), shopper.page.mainFrame(), shopper.frame];
  for (const page of pages) await mark(page);

  product.killDatabase();
  for (const number of ["one", "two"]) {
    await maya.reply(`Answer ${number}`);
    await shopper.say(`Question ${number}`);
  }
  await expect.poll(product.said).toContain("PostgreSQL runs again");

  for (const side of [maya, shopper]) {
    await expect(side.said(/^(Answer|Question) (one|two)$/)).toHaveCount(4);
  }
  await expect(shopper.fate(/^(Sending|Not sent)/)).toHaveCount(0);
  const [conversation] = await records.conversations(vera.email);
  const stored = (await records.messages(conversation?.id ?? "")).map(({ text }) => text);
  expect(stored.filter((text) => text.startsWith("A"))).toEqual(["Answer one", "Answer two"]);
  expect(stored.filter((text) => text.startsWith("Q"))).toEqual(["Question one", "Question two"]);
  expect(stored).toHaveLength(6);
  await expect(maya.log.locator("p[dir=auto]")).toHaveText(stored);
  await expect(shopper.log.locator("p[dir=auto]")).toHaveText(stored);
  for (const page of pages) expect(await isMarked(page)).toBe(true);
});

function mark(page: Frame): Promise<void> {
  return page.evaluate(() => document.documentElement.setAttribute("data-journey", "same page"));
}

function isMarked(page: Frame): Promise<boolean> {
  return page.evaluate(() => document.documentElement.hasAttribute("data-journey"));
}
