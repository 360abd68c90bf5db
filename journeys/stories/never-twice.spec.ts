import { expect } from "@playwright/test";
import { somebody } from "../kit/person.ts";
import { test } from "../kit/test.ts";
import { holdAnswers, holdPosts, letPostsPass, meetPosts, postedIds } from "../kit/traffic.ts";

test("a first message survives two page loads in the middle of its sending, once", async ({
  scene,
  records,
}) => {
  const clara = somebody("Clara");
  const shopper = await scene.shopper();
  const maya = await scene.staff("Maya");
  await maya.toMessages();
  const context = shopper.page.context();
  const ids = postedIds(context);

  const lost = await holdPosts(context);
  await shopper.page.goto("/products/dinner-plate.html");
  await shopper.open();
  await shopper.introduce(clara, "Are the plates stackable?");
  await lost.first;
  await expect(shopper.fate("Sending")).toBeVisible();

  const unheard = await holdAnswers(context);
  await shopper.page.goto("/products/tea-towels.html");
  await unheard.first;
  await expect(maya.row(clara.name)).toContainText("Are the plates stackable?");

  await letPostsPass(context);
  await shopper.page.goto("/cart.html");
  await shopper.open();
  await shopper.panel.getByRole("button", { name: /Are the plates stackable/ }).click();

  await expect(shopper.said("Are the plates stackable?")).toHaveCount(1);
  await expect(shopper.fate(/^Sent /)).toBeVisible();
  const conversations = await records.conversations(clara.email);
  expect(conversations).toHaveLength(1);
  const stored = await records.messages(conversations[0]?.id ?? "");
  expect(stored.map(({ text }) => text)).toEqual(["Are the plates stackable?"]);
  // Once from each page: the first two never heard that it had arrived.
  expect(ids.length).toBeGreaterThanOrEqual(3);
  expect(new Set(ids)).toEqual(new Set([stored[0]?.id]));
});

test("a message in a running conversation survives two page loads, once and in its place", async ({
  scene,
  records,
}) => {
  const diego = somebody("Diego");
  const shopper = await scene.shopper();
  const maya = await scene.staff("Maya");
  const context = shopper.page.context();
  await shopper.page.goto("/products/dinner-plate.html");
  await shopper.open();
  await shopper.introduce(diego, "One");
  await expect(shopper.fate(/^Sent /)).toBeVisible();
  await maya.toMessages();
  await maya.openThread(diego.name);
  const ids = postedIds(context);

  const unheard = await holdAnswers(context);
  await shopper.say("Two");
  await shopper.say("Three");
  await unheard.first;
  const lost = await holdPosts(context);
  await shopper.page.goto("/products/tea-towels.html");
  await lost.first;
  await letPostsPass(context);
  await shopper.page.goto("/cart.html");

  await expect(maya.said("Three")).toBeVisible();
  await shopper.open();
  await shopper.panel.getByRole("button", { name: /You: Three/ }).click();
  await expect(shopper.log.locator("p[dir=auto]")).toHaveText(["One", "Two", "Three"]);
  await expect(maya.log.locator("p[dir=auto]")).toHaveText(["One", "Two", "Three"]);
  const [conversation] = await records.conversations(diego.email);
  const stored = await records.messages(conversation?.id ?? "");
  expect(stored.map(({ text }) => text)).toEqual(["One", "Two", "Three"]);
  expect(new Set(ids)).toEqual(new Set(stored.slice(1).map(({ id }) => id)));
});

test("what is written without a network goes out in order when the network is back", async ({
  scene,
  records,
}) => {
  const grace = somebody("Grace");
  const shopper = await scene.shopper();
  const maya = await scene.staff("Maya");
  const context = shopper.page.context();
  await shopper.page.clock.install();
  await shopper.page.goto("/products/dinner-plate.html");
  await shopper.open();
  await shopper.introduce(grace, "One");
  await expect(shopper.fate(/^Sent /)).toBeVisible();
  await maya.toMessages();
  await maya.openThread(grace.name);

  await context.setOffline(true);
  await shopper.say("Two");
  await shopper.say("Three");
  await expect(shopper.fate("Sending")).toBeVisible();
  await shopper.page.clock.fastForward(10_000);
  await expect(shopper.fate("Not sent").first()).toBeVisible();
  await expect(shopper.panel.getByText(/^Reconnecting/)).toBeVisible();

  await context.setOffline(false);
  await expect(shopper.panel.getByText(/^Reconnecting/)).toBeHidden();
  await expect(shopper.fate("Seen")).toBeVisible();
  await expect(maya.log.locator("p[dir=auto]")).toHaveText(["One", "Two", "Three"]);
  await maya.reply("Got all three.");
  await expect(shopper.said("Got all three.")).toBeVisible();
  const [conversation] = await records.conversations(grace.email);
  expect(await records.messages(conversation?.id ?? "")).toHaveLength(4);
});

test("a message that fails is kept across pages, and goes out with Try again", async ({
  scene,
  records,
}) => {
  const emeka = somebody("Emeka");
  const shopper = await scene.shopper();
  const context = shopper.page.context();
  await shopper.page.clock.install();
  await shopper.page.goto("/products/dinner-plate.html");
  await shopper.open();
  await shopper.introduce(emeka, "One");
  await expect(shopper.fate(/^Sent /)).toBeVisible();
  const ids = postedIds(context);

  await meetPosts(context, (route) => route.abort("connectionreset"));
  await shopper.say("Two");
  await expect.poll(() => ids.length).toBeGreaterThan(0);
  await shopper.page.clock.fastForward(10_000);
  await expect(shopper.fate("Not sent")).toBeVisible();

  await shopper.page.goto("/products/tea-towels.html");
  await shopper.open();
  await shopper.panel.getByRole("button", { name: /You: Two/ }).click();
  await expect(shopper.fate("Not sent")).toBeVisible();
  // While nothing gets through: else it may go out by itself before the finger is there.
  await shopper.panel.getByRole("button", { name: "Try again" }).click();
  await letPostsPass(context);

  const [conversation] = await records.conversations(emeka.email);
  const stored = () => records.messages(conversation?.id ?? "");
  await expect.poll(async () => (await stored()).map(({ text }) => text)).toEqual(["One", "Two"]);
  await expect(shopper.fate("Not sent")).toBeHidden();
  await expect(shopper.fate(/^Sent /)).toBeVisible();
  await expect(shopper.said("Two")).toHaveCount(1);
  expect(new Set(ids)).toEqual(new Set([(await stored())[1]?.id]));
});
