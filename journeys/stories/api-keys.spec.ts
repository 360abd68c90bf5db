import { expect } from "@playwright/test";
import { expectAccessible, expectContrast } from "../kit/accessibility.ts";
import { expectNoSidewaysScrolling } from "../kit/layout.ts";
import { test } from "../kit/test.ts";

const PAGE = "/inbox/settings/api-keys";

test("a key is made, shown once, lets a system in, and lets nobody in once it is revoked", async ({
  scene,
}) => {
  const { page } = await scene.staff("Maya");
  await page.goto(PAGE);
  const name = `متجر ${crypto.randomUUID().slice(0, 8)}`;
  await page.getByRole("button", { name: "Make a key" }).click();
  const dialog = page.getByRole("dialog", { name: "Make a key" });
  await dialog.getByRole("button", { name: "Make key" }).click();
  await expect(dialog.getByText("Write a name.")).toBeVisible();
  await expect(dialog.getByText("Choose what the key allows.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await dialog.getByRole("checkbox", { name: "Read customers" }).check();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Make key" }).click();

  const made = page.getByRole("dialog", { name: "Your new key" });
  const field = made.getByLabel("API key");
  await expect(field).toBeFocused();
  await expectAccessible(page);
  const key = await field.inputValue();
  const ask = (path: string) =>
    page.request.get(path, { headers: { authorization: `Bearer ${key}` } });
  expect((await ask("/api/v1/customers")).status()).toBe(200);
  await page.keyboard.press("Escape");
  await expect(made).toBeHidden();

  await page.reload();
  const row = page.getByRole("listitem").filter({ hasText: name });
  await expect(row.getByText(`sbk_…${key.slice(-4)}`)).toBeVisible();
  await expect(row.getByText("Used just now")).toBeVisible();
  await expect(page.locator("body")).not.toContainText(key);
  await expectContrast(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScrolling(page);

  await row.getByRole("button", { name: `Revoke the key ${name}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(row).toHaveCount(0);
  await expect(page.getByRole("status").getByText(`“${name}” is revoked.`)).toBeVisible();
  await expect.poll(async () => (await ask("/api/v1/customers")).status()).toBe(401);
});
