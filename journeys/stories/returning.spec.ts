import { expect } from "@playwright/test";
import { somebody } from "../kit/person.ts";
import { test } from "../kit/test.ts";

test("who comes back finds the conversation, and on any page that a reply is waiting", async ({
  scene,
  records,
}) => {
  const sofia = somebody("Sofia");
  const shopper = await scene.shopper();
  const maya = await scene.staff("Maya");
  await shopper.page.goto("/products/bottle-vase.html");
  await shopper.open();
  await shopper.introduce(sofia, "Does the vase hold water?");
  await expect(shopper.fate(/^Sent /)).toBeVisible();
  await maya.toMessages();
  await expect(maya.row(sofia.name)).toContainText("Online");
  const [conversation] = await records.conversations(sofia.email);

  // The page is left and opened again: the launcher alone tells.
  await shopper.page.goto("/journal.html");
  await records.reply(conversation?.id ?? "", "It does, it is glazed inside.");
  await expect(shopper.badge).toHaveText("1");
  await expect(shopper.launcher).toHaveAccessibleName("Chat with us, 1 unread");
  await expect(shopper.card).toContainText("It does, it is glazed inside.");
  await expect(shopper.panel.getByRole("main")).toBeHidden();
  await expect(maya.row(sofia.name)).toContainText("Online");

  // A card that was shown is not shown again; the number stays until the reply was seen.
  await shopper.page.goto("/linen.html");
  await expect(shopper.badge).toHaveText("1");
  await expect(shopper.card).toBeEmpty();
  await records.reply(conversation?.id ?? "", "And it does not tip over.");
  await expect(shopper.badge).toHaveText("2");
  await expect(shopper.card).toContainText("And it does not tip over.");

  await shopper.card.getByRole("button", { name: /And it does not tip over/ }).click();
  await expect(shopper.said("It does, it is glazed inside.")).toBeVisible();
  await expect(shopper.said("Does the vase hold water?")).toBeVisible();
  await expect(shopper.badge).toBeEmpty();
  await expect(shopper.card).toBeEmpty();

  await maya.openThread(sofia.name);
  await expect(maya.log.getByText("Seen", { exact: true })).toBeVisible();
  await shopper.page.goto("/kitchen.html");
  await expect(shopper.host.locator("iframe")).toBeAttached();
  await shopper.open();
  await shopper.panel.getByRole("button", { name: /And it does not tip over/ }).click();
  await expect(shopper.log.locator("p[dir=auto]")).toHaveCount(3);
  await expect(shopper.badge).toBeEmpty();
});

test("a reply that was waved away stays away, and its number stays", async ({ scene, records }) => {
  const ines = somebody("Ines");
  const shopper = await scene.shopper();
  await shopper.page.goto("/products/bottle-vase.html");
  await shopper.open();
  await shopper.introduce(ines, "Do you have it in blue?");
  await expect(shopper.fate(/^Sent /)).toBeVisible();
  await shopper.close();
  await expect(shopper.launcher).toHaveAccessibleName("Chat with us, waiting for a reply");
  const [conversation] = await records.conversations(ines.email);

  await records.reply(conversation?.id ?? "", "In cream, ink and rust.");
  await shopper.card.getByRole("button", { name: "Dismiss" }).click();

  await expect(shopper.card).toBeEmpty();
  await expect(shopper.badge).toHaveText("1");
  await expect(shopper.panel.getByRole("main")).toBeHidden();
});

test("two tabs of the shop are one customer, and stay in step", async ({ scene, records }) => {
  const hanna = somebody("Hanna");
  const one = await scene.shopper();
  const other = await scene.anotherTab(one);
  await Promise.all([
    one.page.goto("/products/mixing-bowl.html"),
    other.page.goto("/products/jug-one-litre.html"),
  ]);
  await one.page.bringToFront();
  await one.open();
  await one.fillIn(hanna, "How big is the bowl?");
  await other.page.bringToFront();
  await other.open();
  await other.fillIn(hanna, "How big is the jug?");

  // At the same moment, which two hands could not.
  await Promise.all([one, other].map(({ sendButton }) => sendButton.dispatchEvent("click")));

  for (const tab of [one, other]) {
    await expect(tab.said("How big is the bowl?")).toHaveCount(1);
    await expect(tab.said("How big is the jug?")).toHaveCount(1);
    await expect(tab.fate(/^Sent /)).toBeVisible();
  }
  const conversations = await records.conversations(hanna.email);
  expect(conversations).toHaveLength(1);

  await one.page.bringToFront();
  await one.say("I mean the large one.");
  await expect(other.said("I mean the large one.")).toHaveCount(1);
  await other.page.bringToFront();
  await other.close();
  await one.page.bringToFront();
  await one.close();
  await records.reply(conversations[0]?.id ?? "", "Twenty-six centimetres.");
  await expect(one.badge).toHaveText("1");
  await expect(other.badge).toHaveText("1");
  await one.launcher.click();
  await expect(one.said("Twenty-six centimetres.")).toBeVisible();
  await expect(one.badge).toBeEmpty();
  await expect(other.badge).toBeEmpty();
});
