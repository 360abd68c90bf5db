import { expect } from "@playwright/test";
import { somebody } from "../kit/person.ts";
import { test } from "../kit/test.ts";

test("three unread messages in one conversation are three in the module and one at the Inbox", async ({
  scene,
  recordsOf,
}) => {
  await (await recordsOf("Priya")).readEverything();
  const priya = await scene.staff("Priya");
  await priya.toOverview();
  const module = priya.page.getByRole("region", { name: "Messages" });
  const favicon = priya.page.locator("link[rel=icon]");
  await expect(module).toContainText("0 unread messages");
  await expect(priya.badge).toBeHidden();
  await expect(priya.page).toHaveTitle("Inbox");
  const calm = await favicon.getAttribute("href");

  const emre = somebody("Emre");
  const shopper = await scene.shopper();
  await shopper.page.goto("/products/tea-towels.html");
  await shopper.open();
  await shopper.introduce(emre, "Hello?");
  await shopper.say("Are the towels washed before?");
  await shopper.say("And how hot may I wash them?");

  await expect(module).toContainText("3 unread messages");
  await expect(priya.badge).toHaveText("1");
  await expect(priya.page).toHaveTitle("(1) Inbox");
  await expect(favicon).not.toHaveAttribute("href", calm ?? "");
  await expect(module.getByRole("listitem").first()).toContainText(emre.name);
  await expect(module.getByRole("listitem").first()).toContainText("And how hot may I wash them?");

  await module.getByRole("link", { name: "View messages" }).click();
  await expect(priya.page).toHaveTitle("(1) Messages");
  await expect(priya.unread(emre.name)).toBeVisible();
  await priya.openThread(emre.name);
  await expect(priya.unread(emre.name)).toBeHidden();
  await expect(priya.badge).toBeHidden();
  await expect(priya.page).toHaveTitle("Messages");
  await expect(favicon).toHaveAttribute("href", calm ?? "");

  await priya.page.getByRole("link", { name: "Overview" }).click();
  await expect(module).toContainText("0 unread messages");
});
