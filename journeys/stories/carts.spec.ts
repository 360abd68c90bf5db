import { expect } from "@playwright/test";
import { somebody } from "../kit/person.ts";
import { test } from "../kit/test.ts";
import type { Widget } from "../kit/widget.ts";

test("what a shopper puts in the cart is before staff at once, and beside the message it was there with", async ({
  scene,
}) => {
  const anna = somebody("Anna");
  const [shopper, maya] = await Promise.all([scene.shopper(), scene.staff("Maya")]);
  await maya.toMessages();
  await shopper.page.goto("/products/breakfast-mug.html");
  await shopper.open();
  await shopper.introduce(anna, "Do they fit together?");
  await expect(shopper.fate(/^Sent /)).toBeVisible();
  await maya.openThread(anna.name);
  const line = maya.header.getByRole("button", { name: /^Cart/ });
  await expect(line).toBeHidden();

  await tellOfCart(shopper, 4);

  await expect(line).toHaveText("Cart €96.00, 4 items");
  await line.click();
  const cart = maya.page.getByRole("dialog", { name: "Shopping cart" });
  await expect(cart.getByRole("listitem")).toContainText(["Ash bowl, glazed"]);
  await expect(cart).toContainText("4 × €24.00");

  await tellOfCart(shopper, 6);

  await expect(cart).toContainText("6 × €24.00");
  await maya.page.keyboard.press("Escape");
  await expect(line).toBeFocused();
  await expect(line).toHaveText("Cart €144.00, 6 items");

  await shopper.say("Six of them?");
  await tellOfCart(shopper, 0);

  await expect(line).toBeHidden();
  const asked = maya.log.getByRole("article").filter({ hasText: "Six of them?" });
  await asked.hover();
  await asked.getByRole("button", { name: "At the time of writing" }).click();
  const then = maya.page.getByRole("dialog", { name: "At the time of writing" });
  await expect(then).toContainText("6 × €24.00");
});

test("whoever types somebody else's e-mail address shows nothing of their cart", async ({
  scene,
}) => {
  const anna = somebody("Anna");
  const stranger = { ...somebody("Stranger"), email: anna.email };
  const [hers, theirs, maya] = await Promise.all([
    scene.shopper(),
    scene.shopper(),
    scene.staff("Maya"),
  ]);
  await maya.toMessages();
  for (const [shopper, person] of [
    [hers, anna],
    [theirs, stranger],
  ] as const) {
    await shopper.page.goto("/products/breakfast-mug.html");
    await shopper.open();
    await shopper.introduce(person, `Hello from ${person.name}`);
    await expect(shopper.fate(/^Sent /)).toBeVisible();
  }

  await tellOfCart(hers, 4);

  await maya.openThread(anna.name);
  await expect(maya.header.getByRole("button", { name: /^Cart/ })).toBeVisible();
  await maya.openThread(stranger.name);
  await expect(maya.said(`Hello from ${stranger.name}`)).toBeVisible();
  await expect(maya.header.getByRole("button", { name: /^Cart/ })).toBeHidden();
});

/** As the panel tells of what the page has in the cart. */
async function tellOfCart(shopper: Widget, quantity: number): Promise<void> {
  const kept = await shopper.page.evaluate(() =>
    Object.entries({ ...localStorage }).find(([name]) => name.endsWith(":visitor")),
  );
  const [name, value] = kept ?? ["", "{}"];
  const status = await shopper.frame.evaluate(
    async ({ key, secret, items }) => {
      const response = await fetch(`/api/widget/${key}/cart`, {
        method: "PUT",
        headers: { "Content-Type": "application/json", Authorization: `Bearer ${secret}` },
        body: JSON.stringify({ currency: "EUR", items }),
      });
      return response.status;
    },
    {
      key: name.split(":")[1] ?? "",
      secret: String(JSON.parse(value).secret),
      items: quantity === 0 ? [] : [{ title: "Ash bowl, glazed", price: 2400, quantity }],
    },
  );
  expect(status).toBe(204);
}
