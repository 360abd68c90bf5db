import { expect, type Page } from "@playwright/test";
import { somebody } from "../kit/person.ts";
import { test } from "../kit/test.ts";

declare global {
  interface Window {
    /** As the loader leaves it to the page. */
    Shopbell?: { logout(): void };
  }
}

/** What the chat keeps in this tab and in all of them. */
const kept = (page: Page) =>
  page.evaluate(() =>
    [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((name) =>
      name.startsWith("shopbell:"),
    ),
  );

test("signing out forgets who wrote, in every tab, and the next one begins anew", async ({
  scene,
  records,
}) => {
  const nora = somebody("Nora");
  const one = await scene.shopper();
  const other = await scene.anotherTab(one);
  await one.page.goto("/care.html");
  await one.open();
  await one.introduce(nora, "Is my parcel on its way?");
  await expect(one.fate(/^Sent /)).toBeVisible();
  await other.page.goto("/journal.html");
  await other.open();
  await other.panel.getByRole("button", { name: /Is my parcel on its way/ }).click();
  await other.composer.fill("half a wo");
  await expect.poll(() => kept(other.page)).toContainEqual(expect.stringContaining(":draft"));

  await one.page.evaluate(() => window.Shopbell?.logout());

  expect(await kept(one.page)).toEqual([]);
  await expect.poll(() => kept(other.page)).toEqual([]);
  for (const tab of [one, other]) {
    await expect(tab.panel.getByRole("main")).toBeHidden();
    await tab.page.bringToFront();
    await tab.open();
    await expect(tab.panel.getByText("Is my parcel on its way?")).toHaveCount(0);
  }
  const mila = somebody("Mila");
  await one.page.bringToFront();
  await one.introduce(mila, "Hello, I am new here.");
  await expect(one.fate(/^Sent /)).toBeVisible();
  expect(await records.conversations(nora.email)).toHaveLength(1);
  expect(await records.conversations(mila.email)).toHaveLength(1);
  await other.page.bringToFront();
  await expect(other.panel.getByText("Hello, I am new here.")).toBeVisible();
});

test("the page hears when its chat is opened and closed, and how many replies wait", async ({
  scene,
  records,
}) => {
  const ines = somebody("Ines");
  const shopper = await scene.shopper();
  const { page } = shopper;
  await page.goto("/kitchen.html");
  await page.evaluate(() => {
    const heard: string[] = [];
    for (const type of ["open", "closed", "unread"]) {
      addEventListener(`shopbell:${type}`, (event) =>
        heard.push(`${type} ${event instanceof CustomEvent ? event.detail : "?"}`),
      );
    }
    Object.assign(window, { heard });
  });
  const heard = () => page.evaluate(() => Reflect.get(window, "heard"));

  await shopper.open();
  await expect.poll(heard).toEqual(["open null"]);
  await shopper.introduce(ines, "Does the jug drip?");
  await expect(shopper.fate(/^Sent /)).toBeVisible();
  await shopper.close();
  await expect.poll(heard).toEqual(["open null", "closed null"]);
  const [conversation] = await records.conversations(ines.email);
  await records.reply(conversation?.id ?? "", "It does not.");

  await expect.poll(heard).toEqual(["open null", "closed null", "unread 1"]);
});

test("who signs in to the shop sees in any browser what they have ordered, which the shop told by the API", async ({
  scene,
}) => {
  const one = await scene.shopper();
  await one.page.goto("/sign-in.html");
  await one.page.getByRole("button", { name: "Sign in as Omar Haddad" }).click();
  await expect(one.page.getByText("Signed in as Omar Haddad")).toBeVisible();
  await one.page.goto("/products/salt-pot.html");
  await one.page.getByRole("button", { name: "Add to cart" }).click();
  await one.page.goto("/checkout.html");
  await expect(one.page.getByLabel("E-mail")).toHaveValue("omar@example.com");
  await one.page.getByLabel("Street and number").fill("Sonnenallee 51");
  await one.page.getByLabel("Postal code").fill("12045");
  await one.page.getByLabel("Town or city").fill("Berlin");
  await one.page.getByRole("button", { name: "Place order" }).click();
  await one.page.waitForURL(/order\.html\?number=\d+/);
  const number = new URL(one.page.url()).searchParams.get("number") ?? "";

  const other = await scene.shopper();
  await other.page.goto("/orders.html");
  await expect(other.page.getByText("No orders yet.")).toBeVisible();
  await other.page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await other.page.getByRole("button", { name: "Sign in as Omar Haddad" }).click();
  await other.page.getByRole("link", { name: `Order #${number}` }).click();
  await expect(other.page.getByText("Salt pot")).toBeVisible();

  await other.page.goto("/orders.html");
  await other.page.evaluate(() => localStorage.setItem("hearthlow.discount", "{}"));
  await other.page.getByRole("button", { name: "Sign out" }).click();
  await expect(other.page.getByText("No orders yet.")).toBeVisible();
  const kept = () =>
    other.page.evaluate(() => Object.keys(localStorage).filter((key) => /^hearthlow\./.test(key)));
  await expect.poll(kept).toEqual([]);
});
