import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../kit/accessibility.ts";
import { somebody } from "../kit/person.ts";
import { test } from "../kit/test.ts";

test("from a cart to an order: staff see what lies in it, send a product and a code, and the order is in the history", async ({
  scene,
}) => {
  const [shopper, maya] = await Promise.all([
    scene.shopper(),
    scene.staff("Maya", { viewport: { width: 1440, height: 900 } }),
  ]);
  await shopper.page.goto("/sign-in.html");
  await shopper.page.getByRole("button", { name: "Sign in as Lukas Brandt" }).click();
  await expect(shopper.page.getByText("Signed in as Lukas Brandt")).toBeVisible();
  await shopper.page.goto("/products/mixing-bowl.html");
  await shopper.page.getByRole("button", { name: "Add to cart" }).click();
  await shopper.open();
  // Nobody ordered to it before: also not this test, at its second attempt.
  const street = `Maybachufer ${1000 + (Date.now() % 9000)}`;
  const question = `Is there a bowl to match, ${somebody("").email}?`;
  await shopper.panel.getByRole("button", { name: /(You|Maya): / }).click();
  await shopper.say(question);
  await expect(shopper.fate(/^Sent /)).toBeVisible();

  await maya.toMessages();
  await maya.openThread("Lukas Brandt");
  await expect(maya.said(question)).toBeVisible();
  const profile = maya.page.getByRole("complementary", { name: "Customer profile" });
  const cart = profile.getByRole("region", { name: "Shopping cart" });
  await expect(cart.getByText("Mixing bowl")).toBeVisible();

  await shopper.close();
  await shopper.page.getByRole("button", { name: "Add to cart" }).click();
  await expect(cart.getByText("2 × €72.00")).toBeVisible();

  await maya.page.getByRole("button", { name: "Product or discount code" }).click();
  const dialog = maya.page.getByRole("dialog", { name: "Send from the shop" });
  await dialog.getByRole("combobox", { name: "Search products" }).fill("salt pot");
  await dialog.getByRole("option", { name: /Salt pot/ }).click();
  await maya.page.getByRole("button", { name: "Product or discount code" }).click();
  await dialog.getByRole("tab", { name: "Discount code" }).click();
  await dialog.getByLabel("Code", { exact: true }).fill("BELL10");
  await dialog.getByRole("button", { name: "Add to the reply" }).click();
  await expect(
    maya.page.getByRole("list", { name: "Goes with the reply" }).getByRole("listitem"),
  ).toHaveCount(2);
  await maya.reply("This one, and ten percent off.");
  await expectAccessible(maya.page);

  await shopper.open();
  await expect(shopper.log.getByText("BELL10")).toBeVisible();
  await shopper.log.getByRole("link", { name: /Salt pot/ }).click();
  await shopper.page.waitForURL(/\/products\/salt-pot\.html/);
  await shopper.page.getByRole("button", { name: "Add to cart" }).click();
  await shopper.open();
  await shopper.panel.getByText("This one, and ten percent off.").first().click();
  await shopper.log.getByRole("link", { name: "Use this code" }).click();
  await shopper.page.waitForURL(/\/cart\.html$/);
  await expect(shopper.page.getByText("10 % off with the code BELL10.")).toBeVisible();
  const before = await centsBeside(shopper.page, "Items");
  const off = await centsBeside(shopper.page, "Discount BELL10, 10 %");
  expect(off).toBe(Math.round(before / 10));
  expect(await centsBeside(shopper.page, "Subtotal")).toBe(before - off);
  await expectAccessible(shopper.page);
  await shopper.page.goto("/checkout.html");
  await expect(shopper.page.getByText("Discount BELL10, 10 %")).toBeVisible();
  await shopper.page.getByLabel("Street and number").fill(street);
  await shopper.page.getByLabel("Postal code").fill("12045");
  await shopper.page.getByLabel("Town or city").fill("Berlin");
  await shopper.page.getByRole("button", { name: "Place order" }).click();
  await shopper.page.waitForURL(/order\.html\?number=\d+/);
  const number = new URL(shopper.page.url()).searchParams.get("number");

  await expect(profile.getByText(street)).toBeVisible();
  const orders = profile.getByRole("region", { name: /^Orders/ });
  await expect(orders.getByText(`#${number}`, { exact: true }).first()).toBeVisible();
  const total = await centsBeside(shopper.page, "Total");
  expect(total).toBe(before - off);
  await expect(orders.getByText(euros(total), { exact: true }).first()).toBeVisible();
  await shopper.page.goto("/cart.html?discount=NONE");
  await expect(
    shopper.page.getByText("The code “NONE” is none of ours, or no more."),
  ).toBeVisible();
});

/** What a row of the shop's sums says, without its sign. */
async function centsBeside(page: Page, name: string): Promise<number> {
  const row = page.locator(".sums div").filter({ has: page.getByText(name, { exact: true }) });
  const shown = await row.locator("dd").textContent();
  return Number((shown ?? "").replace(/\D/g, ""));
}

const euros = (cents: number) =>
  new Intl.NumberFormat("en-IE", { style: "currency", currency: "EUR" }).format(cents / 100);
