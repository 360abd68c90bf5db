import { expect, type Page } from "@playwright/test";
import { somebody } from "../kit/person.ts";
import { test } from "../kit/test.ts";

test("who had copied what a browser keeps reads nothing more once its shopper signs in, and the shopper's other tab goes on", async ({
  scene,
  demo,
}) => {
  const person = somebody("Ines");
  const secret = `For nobody else's eyes, ${person.email}`;
  const shopper = await scene.shopper();
  await shopper.page.goto("/care.html");
  await shopper.open();
  await shopper.introduce(person, secret);
  await expect(shopper.fate(/^Sent /)).toBeVisible();
  const copied = await keptBy(shopper.page);

  const stranger = await scene.shopper();
  await stranger.page.goto("/care.html");
  await stranger.page.evaluate((kept) => Object.assign(localStorage, kept), copied);
  await stranger.page.reload();
  await stranger.open();
  await stranger.panel.getByText(secret).first().click();
  // What this journey is about is really so.
  await expect(stranger.said(secret)).toBeVisible();

  const other = await scene.anotherTab(shopper);
  await other.page.goto("/cart.html");
  await other.open();
  await other.panel.getByText(secret).first().click();
  await expect(other.said(secret)).toBeVisible();
  const draft = `Typed before, ${person.email}`;
  await other.composer.fill(draft);

  await shopper.page.goto("/sign-in.html");
  await shopper.page.getByRole("button", { name: "Sign in as Anna Kowalska" }).click();
  await shopper.page.waitForURL(/\/orders\.html$/);

  await expect(stranger.panel.getByText(secret)).toHaveCount(0);
  const [name = ""] = Object.keys(copied).filter((one) => one.endsWith(":visitor"));
  const shown = await stranger.page.request.get(
    `${demo.inbox}/api/widget/${name.split(":")[1]}/conversation`,
    { headers: { authorization: `Bearer ${secretIn(copied[name])}` } },
  );
  expect(shown.status()).toBe(401);
  await expect
    .poll(async () => secretIn((await keptBy(shopper.page))[name]))
    .not.toBe(secretIn(copied[name]));

  await other.page.bringToFront();
  await expect(other.composer).toHaveValue(draft);
  await other.composer.press("Enter");
  await expect(other.said(draft)).toBeVisible();
  await expect(other.fate(/^Sent /)).toBeVisible();
  await other.page.reload();
  await other.open();
  await expect(other.panel.getByText(draft).first()).toBeVisible();

  await stranger.page.reload();
  await stranger.open();
  await expect(stranger.panel.getByRole("button", { name: "Send us a message" })).toBeVisible();
  for (const text of [secret, draft]) await expect(stranger.panel.getByText(text)).toHaveCount(0);
});

const keptBy = (page: Page) => page.evaluate((): Record<string, string> => ({ ...localStorage }));

const secretIn = (visitor = "{}"): unknown => JSON.parse(visitor).secret;
