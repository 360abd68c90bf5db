import { expect } from "@playwright/test";
import { somebody } from "../kit/person.ts";
import { test } from "../kit/test.ts";

test("the views show all, the unread and the unresolved conversations", async ({
  scene,
  recordsOf,
}) => {
  await (await recordsOf("Priya")).readEverything();
  const noor = somebody("Noor");
  const shopper = await scene.shopper();
  await shopper.page.goto("/products/tea-towels.html");
  await shopper.open();
  await shopper.introduce(noor, "Can I come by and look at it?");
  const priya = await scene.staff("Priya");
  await priya.toMessages();
  const opener = priya.page.getByRole("button", { name: /^Unresolved/ });
  await expect(priya.row(noor.name)).toBeVisible();
  await expect(priya.rows.nth(1)).toBeVisible();

  await opener.click();
  await priya.page.getByRole("menuitemradio", { name: /^Unread/ }).click();
  await expect(priya.page).toHaveURL(/view=unread/);
  await expect(priya.rows).toHaveCount(1);
  await expect(priya.unread(noor.name)).toBeVisible();

  // Reading it does not take it away under the reader's eyes.
  await priya.openThread(noor.name);
  await expect(priya.unread(noor.name)).toBeHidden();
  await expect(priya.row(noor.name)).toBeVisible();

  await priya.page.getByRole("button", { name: /^Unread/ }).click();
  await priya.page.getByRole("menuitemradio", { name: /^All/ }).click();
  await expect(priya.row(noor.name)).toBeVisible();
  await expect(priya.page.getByRole("heading", { name: noor.name })).toBeVisible();
  await expect(priya.places.first()).toHaveAttribute("aria-setsize", "-1");

  await priya.page.reload();
  await expect(priya.page.getByRole("button", { name: /^All/ })).toBeVisible();
  await priya.page.goto("/inbox/messages?view=unread");
  await expect(priya.page.getByText("Nothing unread")).toBeVisible();
});

test("the list follows what happens, but not under the pointer", async ({ scene }) => {
  const ada = somebody("Ada");
  const ben = somebody("Ben");
  const [first, second, maya] = await Promise.all([
    scene.shopper(),
    scene.shopper(),
    scene.staff("Maya"),
  ]);
  await maya.toMessages();
  await maya.page.mouse.move(1_200, 400);
  for (const [shopper, person] of [
    [first, ada],
    [second, ben],
  ] as const) {
    await shopper.page.goto("/products/tea-towels.html");
    await shopper.open();
    await shopper.introduce(person, "Is anybody there?");
    await expect(maya.rows.first()).toContainText(person.name);
  }

  await maya.rows.nth(4).hover();
  await first.say("I will wait.");
  await expect(maya.row(ada.name)).toContainText("I will wait.");
  await expect(maya.rows.nth(0)).toContainText(ben.name);
  await expect(maya.rows.nth(1)).toContainText(ada.name);

  await maya.page.mouse.move(1_200, 400);
  await expect(maya.rows.nth(0)).toContainText(ada.name);
  await expect(maya.rows.nth(1)).toContainText(ben.name);
});

test("the Tab key reaches the list though the open conversation is far down in it", async ({
  scene,
}) => {
  const maya = await scene.staff("Maya");
  await maya.toMessages("all");
  const lastPlace = async () => Number(await maya.places.last().getAttribute("aria-posinset"));
  await expect(async () => {
    await maya.rows.last().evaluate((row) => row.scrollIntoView());
    expect(await lastPlace()).toBeGreaterThan(40);
  }).toPass({ intervals: [50] });
  await maya.rows.last().click();
  await expect(maya.log).toBeVisible();

  await maya.page.reload();
  await expect(maya.places.first()).toHaveAttribute("aria-posinset", "1");
  await expect(maya.list.locator("[aria-current]")).toBeHidden();
  await expect(maya.log.locator("[data-message]").last()).toBeInViewport();
  // From the last thing above it.
  await maya.page.getByRole("search").getByRole("textbox").focus();
  await maya.page.keyboard.press("Tab");

  await expect(maya.rows.first()).toBeFocused();
});

test("the inbox is worked with the keyboard alone", async ({ scene }) => {
  const maya = await scene.staff("Maya");
  const { page } = maya;
  const { keyboard } = page;
  await maya.toMessages();
  await expect(maya.rows.nth(5)).toBeVisible();
  const focused = page.locator(":focus");

  await keyboard.press("Tab");
  await expect(focused).toHaveText("To the content");
  await keyboard.press("Enter");
  await expect(page.locator("#content")).toBeFocused();

  await keyboard.press("j");
  await expect(maya.rows.nth(0)).toBeFocused();
  await expect(maya.rows.nth(0)).toHaveAttribute("aria-current", "true");
  await keyboard.press("j");
  await expect(maya.rows.nth(1)).toHaveAttribute("aria-current", "true");
  await keyboard.press("ArrowDown");
  await expect(maya.rows.nth(2)).toHaveAttribute("aria-current", "true");
  await keyboard.press("k");
  await keyboard.press("ArrowUp");
  await expect(maya.rows.nth(0)).toHaveAttribute("aria-current", "true");
  await expect(maya.log).toBeVisible();

  // Round the panes, and back.
  await keyboard.press("F6");
  await expect(maya.log).toBeFocused();
  await keyboard.press("F6");
  await expect(maya.composer).toBeFocused();
  await keyboard.press("F6");
  const profile = page.getByRole("complementary", { name: "Customer profile" });
  await expect(profile).toBeFocused();
  await keyboard.press("F6");
  await expect(page.getByRole("navigation", { name: "Main" })).toBeFocused();
  await keyboard.press("Shift+F6");
  await expect(profile).toBeFocused();
  await keyboard.press("Shift+F6");
  await expect(maya.composer).toBeFocused();

  await keyboard.type("jk?");
  await keyboard.press("Escape");
  await expect(maya.log).toBeFocused();
  await expect(maya.composer).toHaveValue("jk?");
  await keyboard.press("Enter");
  await expect(maya.log.locator("[data-message]").last()).toBeFocused();
  await keyboard.press("ArrowUp");
  await expect(maya.log.locator("[data-message]:focus")).toHaveCount(1);
  await keyboard.press("r");
  await expect(maya.composer).toBeFocused();
  await maya.composer.fill("");
  await keyboard.press("Escape");

  await keyboard.press("?");
  const shortcuts = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(shortcuts).toBeVisible();
  await keyboard.press("Escape");
  await expect(shortcuts).toBeHidden();
  await expect(maya.log).toBeFocused();
});
