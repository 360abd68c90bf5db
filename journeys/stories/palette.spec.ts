import { expect } from "@playwright/test";
import { somebody } from "../kit/person.ts";
import { test } from "../kit/test.ts";

test("everything is found by its name, with the keyboard alone", async ({ scene }) => {
  const uma = somebody("Uma");
  const shopper = await scene.shopper();
  await shopper.page.goto("/care.html");
  await shopper.open();
  await shopper.introduce(uma, "Which wax do you use?");
  const maya = await scene.staff("Maya");
  const { page } = maya;
  const { keyboard } = page;
  const field = page.getByRole("combobox", { name: "Search or jump to" });
  const chosen = page.getByRole("option", { selected: true });
  await maya.toMessages();
  await expect(maya.row(uma.name)).toBeVisible();

  // A person.
  await keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await keyboard.type(uma.name.toLowerCase());
  await expect(chosen).toContainText(uma.email);
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: uma.name })).toBeVisible();

  // What can be done with the conversation that is open, from the field one writes in.
  await maya.composer.focus();
  await keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await expect(page.getByRole("group", { name: "This conversation" })).toBeVisible();
  await keyboard.type("resol");
  await expect(chosen).toContainText("Resolve");
  await keyboard.press("Enter");
  await expect(maya.toast).toContainText(`${uma.name} marked resolved`);

  // A place, and the way back to it without typing.
  await keyboard.press("Control+k");
  await keyboard.type("to me");
  await keyboard.press("Enter");
  await expect(page).toHaveURL(/view=mine/);
  await keyboard.press("Control+k");
  await expect(page.getByRole("group", { name: "Recent" })).toContainText("Assigned to me");
  await keyboard.press("ArrowUp");
  await expect(page.getByRole("option").last()).toHaveAttribute("aria-selected", "true");
  await keyboard.type("zebra crossing");
  await expect(chosen).toHaveText("Search messages for “zebra crossing”");
  await keyboard.press("Escape");
  await expect(field).toBeHidden();

  // And with the mouse.
  await page.getByRole("button", { name: "Jump to" }).click();
  await page.getByRole("option", { name: /^Overview/ }).click();
  await expect(page).toHaveURL(/\/inbox$/);
  await page.getByRole("button", { name: "Jump to" }).click();
  await expect(field).toBeFocused();
});
