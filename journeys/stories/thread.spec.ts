import { expect, type Locator } from "@playwright/test";
import { watchMoving } from "../kit/animations.ts";
import { somebody } from "../kit/person.ts";
import { test } from "../kit/test.ts";
import { letPostsPass, meetPosts, postedIds } from "../kit/traffic.ts";

/** However long the thread is, no more than this of it is in the page. */
const FEW = 80;

test("a thread of two thousand messages opens at its end, and is read backwards", async ({
  scene,
}) => {
  const maya = await scene.staff("Maya");
  await maya.toMessages();
  const row = await maya.find("Café Marram");
  const messages = maya.log.locator("[data-message]");
  const newest = (await row.textContent()) ?? "";

  await maya.openThread("Café Marram");
  await expect(messages.last()).toBeInViewport();
  const last = (await messages.last().locator("p[dir=auto]").textContent()) ?? "";
  expect(newest).toContain(last.slice(0, 20));
  expect(await messages.count()).toBeLessThan(FEW);

  // Page after page comes in above, and what is being read stays where it is.
  const pages: string[] = [];
  maya.page.on("response", (response) => {
    if (response.url().includes("?before=")) pages.push(response.url());
  });
  await maya.log.focus();
  while (pages.length < 4) {
    const reading = messages.nth(Math.floor((await messages.count()) / 2));
    const at = await placeOf(reading);
    await maya.page.keyboard.press("PageUp");
    await expect.poll(() => placeOf(reading), { intervals: [20] }).not.toBe(at);
  }
  expect(await messages.count()).toBeLessThan(FEW);

  // A page that comes in at the same moment may hold the jump back; the button is then still there to press.
  const jump = maya.page.getByRole("button", { name: "Jump to latest" });
  await expect(async () => {
    if (await jump.isVisible()) await jump.click();
    await expect(messages.last()).toBeInViewport({ timeout: 1_000 });
    await expect(jump).toBeHidden({ timeout: 1_000 });
  }).toPass();
  await expect(messages.last()).toContainText(last.slice(0, 20));
});

test("reading back is not interrupted by what comes in", async ({ scene }) => {
  const lars = somebody("Lars");
  const shopper = await scene.shopper();
  const maya = await scene.staff("Maya");
  await shopper.page.goto("/care.html");
  await shopper.open();
  await shopper.introduce(lars, `Once upon a time${"\n…".repeat(60)}`);
  await shopper.say(`There was a cup${"\n…".repeat(60)}`);
  await maya.toMessages();
  await maya.openThread(lars.name);
  await expect(maya.said(/^There was a cup/)).toBeInViewport();
  await maya.log.hover();
  await maya.page.mouse.wheel(0, -10_000);
  const beginning = maya.said(/^Once upon a time/);
  await expect(beginning).toBeInViewport();
  const at = await placeOf(beginning);

  await shopper.say("Are you still reading?");
  const pill = maya.page.getByRole("button", { name: "1 new message" });
  await expect(pill).toBeVisible();
  expect(await placeOf(beginning)).toBe(at);

  await pill.click();
  await expect(maya.said("Are you still reading?")).toBeInViewport();
  await expect(pill).toBeHidden();
  await shopper.say("Good.");
  await expect(maya.said("Good.")).toBeInViewport();
});

test("what was there when a thread opens is simply there, and what comes in rises", async ({
  scene,
}) => {
  const greta = somebody("Greta");
  const shopper = await scene.shopper();
  const maya = await scene.staff("Maya");
  // The bubbles have their keyframes to themselves; menus rise by others.
  const risen = await watchMoving(maya.page, "rise");
  await shopper.page.goto("/care.html");
  await shopper.open();
  await shopper.introduce(greta, "Is the glaze safe?");
  await maya.toMessages();
  await maya.openThread(greta.name);
  await expect(maya.said("Is the glaze safe?")).toBeVisible();
  await maya.reply("It is.");
  await expect.poll(risen).toEqual(["It is."]);

  await maya.page.reload();
  await expect(maya.said("It is.")).toBeVisible();
  await shopper.say("In the oven, too?");
  await expect.poll(risen).toEqual(["In the oven, too?"]);
  await maya.reply("Up to 200 degrees.");
  await expect.poll(risen).toEqual(["In the oven, too?", "Up to 200 degrees."]);
});

test("a reply that is refused stays, and goes out with Try again", async ({ scene }) => {
  const elsa = somebody("Elsa");
  const shopper = await scene.shopper();
  await shopper.page.goto("/care.html");
  await shopper.open();
  await shopper.introduce(elsa, "Is the glaze food safe?");
  const maya = await scene.staff("Maya");
  await maya.toMessages();
  await maya.openThread(elsa.name);
  const ids = postedIds(maya.page.context());

  await meetPosts(maya.page.context(), (route) =>
    route.fulfill({
      status: 403,
      contentType: "application/problem+json",
      body: JSON.stringify({ status: 403, code: "not_permitted", title: "Not permitted" }),
    }),
  );
  await maya.reply("It is.");
  await expect(maya.log.getByText("Not sent.")).toBeVisible();
  await expect(maya.row(elsa.name)).toContainText("Not sent");
  await maya.page.reload();
  await expect(maya.log.getByText("Not sent.")).toBeVisible();

  await letPostsPass(maya.page.context());
  await maya.log.getByRole("button", { name: "Try again" }).click();
  await expect(shopper.said("It is.")).toHaveCount(1);
  await expect(maya.said("It is.")).toHaveCount(1);
  await expect(maya.log.getByText("Not sent.")).toBeHidden();
  expect(new Set(ids).size).toBe(1);
});

/** How far down the window something is. */
async function placeOf(element: Locator): Promise<number> {
  const box = await element.boundingBox();
  return Math.round(box?.y ?? Number.NaN);
}
