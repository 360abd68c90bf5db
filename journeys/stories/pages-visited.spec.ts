import { expect, type Page } from "@playwright/test";
import { somebody } from "../kit/person.ts";
import { test } from "../kit/test.ts";

const visited = (page: Page) =>
  page
    .getByRole("complementary", { name: "Customer profile" })
    .getByRole("region", { name: "Pages visited" });

test("staff see which pages somebody opens from their first message on, as they open them", async ({
  scene,
}) => {
  const anna = somebody("Anna");
  const [shopper, maya] = await Promise.all([scene.shopper(), scene.staff("Maya")]);
  await maya.toMessages();
  await shopper.page.goto("/linen.html");
  await shopper.page.goto("/products/breakfast-mug.html?ref=letter#care");
  await shopper.open();
  await shopper.introduce(anna, "Is it safe in the oven?");
  await expect(shopper.fate(/^Sent /)).toBeVisible();
  await maya.openThread(anna.name);
  const pages = visited(maya.page).getByRole("listitem");
  await expect(pages).toHaveCount(1);
  await expect(pages.first()).toContainText("Breakfast mug");
  await expect(pages.first()).toContainText("/products/breakfast-mug.html");

  await shopper.page.goto("/care.html");

  await expect(pages).toHaveCount(2);
  const link = pages.first().getByRole("link", { name: /^Care/ });
  await expect(link).toHaveAttribute("href", /\/care\.html$/);
  await expect(link).toHaveAttribute("rel", "noopener noreferrer");
  await expect(visited(maya.page)).not.toContainText("letter");
  await expect(visited(maya.page)).not.toContainText("Linen");
});

test("whoever signs out, and writes in the same browser as somebody new, shows nothing of the one before", async ({
  scene,
}) => {
  const [nora, mila] = [somebody("Nora"), somebody("Mila")];
  const [shopper, maya] = await Promise.all([scene.shopper(), scene.staff("Maya")]);
  await maya.toMessages();
  await shopper.page.goto("/care.html");
  await shopper.open();
  await shopper.introduce(nora, "Is my parcel on its way?");
  await expect(shopper.fate(/^Sent /)).toBeVisible();
  await maya.openThread(nora.name);
  const pages = visited(maya.page).getByRole("listitem");
  await expect(pages).toHaveText([/^Care/]);

  await shopper.page.evaluate(() => window.Shopbell?.logout());
  await shopper.page.goto("/journal.html");
  await shopper.page.goto("/kitchen.html");
  await shopper.open();
  await shopper.introduce(mila, "Hello, I am new here.");
  await expect(shopper.fate(/^Sent /)).toBeVisible();

  await expect(maya.row(mila.name)).toBeVisible();
  await maya.openThread(mila.name);
  await expect(pages).toHaveText([/^Kitchen/]);
  await maya.openThread(nora.name);
  await expect(pages).toHaveText([/^Care/]);
});

test("an administrator is asked before what was kept is deleted", async ({ scene }) => {
  const maya = await scene.staff("Maya");
  const { page } = maya;
  await page.goto("/inbox/settings/customer-information");
  const control = page.getByRole("switch", { name: "Pages visited" });
  await expect(control).toBeChecked();

  await control.click();
  const dialog = page.getByRole("dialog", { name: "Delete the pages visited?" });
  await expect(dialog).toContainText("cannot be undone");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(control).toBeChecked();
});
