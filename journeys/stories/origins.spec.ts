import { expect } from "@playwright/test";
import { expectAccessible, expectContrast } from "../kit/accessibility.ts";
import { expectNoSidewaysScrolling } from "../kit/layout.ts";
import { test } from "../kit/test.ts";

test("the line for the shop's pages can be copied again, and another address of the shop may show the chat", async ({
  scene,
  demo,
}) => {
  const { page } = await scene.staff("Maya");
  const { storeKey, store } = demo;
  await page.goto("/inbox/settings/widget");
  await expect(page.getByText(`/widget/${storeKey}.js`)).toBeVisible();
  const rows = page.getByRole("list", { name: "Where your store is" }).getByRole("listitem");
  await expect(rows).toHaveCount(1);
  await expect(rows.getByText("Main address")).toBeVisible();
  await expect(rows.getByRole("button")).toHaveCount(0);

  const field = page.getByLabel("Another address");
  await field.fill("hearthlow");
  await field.press("Enter");
  await expect(page.getByText("This is no address of a web page.")).toBeVisible();
  await expectAccessible(page);
  const other = "https://outlet.hearthlow.example";
  await field.fill(`${other}/sale?from=mail`);
  await field.press("Enter");
  await expect(rows).toHaveCount(2);
  await expect(field).toHaveValue("");
  const framed = async () =>
    (await page.request.get(`/widget/${storeKey}/panel`)).headers()["content-security-policy"];
  await expect.poll(framed).toContain(`frame-ancestors ${store} ${other}`);
  await expectAccessible(page);
  await expectContrast(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScrolling(page);

  await page.getByRole("button", { name: `Remove ${other}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(rows).toHaveCount(1);
  await expect.poll(framed).not.toContain(other);
  await page.goto("/inbox/settings/audit");
  await expect(page.getByText("changed whose pages may show the chat").first()).toBeVisible();
});
