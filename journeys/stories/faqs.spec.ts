import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectContrast } from "../kit/accessibility.ts";
import { expectNoSidewaysScrolling } from "../kit/layout.ts";
import { test } from "../kit/test.ts";

const ALL = "/inbox/settings/faqs";

test("what an administrator answers is on the chat's home, and opens there by key", async ({
  scene,
}) => {
  const { page } = await scene.staff("Maya");
  await page.goto(ALL);
  await page.getByRole("button", { name: "Add answer" }).click();
  const editor = page.getByRole("form", { name: "New answer" });
  const question = `Kto maluje wieloryby ${crypto.randomUUID().slice(0, 8)}?`;
  await editor.getByRole("button", { name: "Save" }).click();
  await expect(editor.getByText("Write a question.")).toBeVisible();
  await editor.getByLabel("Question").fill(question);
  await editor.getByLabel("Answer").fill("Zobacz");
  await expect(editor.getByText("6 of 600")).toBeVisible();
  await editor.getByRole("button", { name: "Add a link" }).click();
  await page.getByRole("dialog").getByLabel("Address").fill("javascript:alert(1)");
  await page.getByRole("dialog").getByRole("button", { name: "Add link" }).click();
  await expect(page.getByText("This does not look like an address.")).toBeVisible();
  await page.getByRole("dialog").getByLabel("Address").fill("shop.example/whales");
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Add link" }).click();
  await expect(editor.getByLabel("Answer")).toHaveValue("Zobacz https://shop.example/whales");
  await editor.getByLabel("Language").selectOption("pl");
  await expectAccessible(page);
  await editor.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("form", { name: "Edit answer" })).toBeVisible();

  // A page in Polish, which the demo's shop has none of.
  const shopper = await scene.shopper();
  await shopper.page.addInitScript(() =>
    document.addEventListener("DOMContentLoaded", () => {
      document.documentElement.lang = "pl";
    }),
  );
  await shopper.page.goto("/products/breakfast-mug.html");
  await shopper.open();
  const answers = shopper.panel.getByRole("region", { name: "Quick answers" });
  const asked = answers.getByText(question);
  const link = answers.getByRole("link", { name: "https://shop.example/whales" });
  await expect(asked).toBeVisible();
  await expect(answers.getByRole("group")).toHaveCount(1);
  await expect(link).toBeHidden();
  await asked.focus();
  await shopper.page.keyboard.press("Enter");
  await expect(link).toBeVisible();
  await expectAccessible(shopper.page);
  await shopper.page.keyboard.press("Enter");
  await expect(link).toBeHidden();

  const shown = page.getByRole("switch", { name: `Show “${question}” to shoppers` });
  await shown.click();
  await expect(shown).not.toBeChecked();
  await shopper.page.reload();
  await shopper.open();
  await expect(answers.getByText("Where is my order?")).toBeVisible();
  await expect(asked).toBeHidden();

  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(row(page, question)).toBeHidden();
});

test("a page in Arabic answers in Arabic", async ({ scene }) => {
  const shopper = await scene.shopper();
  await shopper.page.goto("/ar.html");
  await shopper.open();
  const answers = shopper.panel.getByRole("region", { name: "إجابات سريعة" });
  await answers.getByText("أين طلبي؟").click();
  await expect(answers.getByText("تجد رابط التتبع")).toBeVisible();
  await expectAccessible(shopper.page);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`on a phone the list leads to the editor, and back, ${colorScheme}`, async ({ scene }) => {
    const { page } = await scene.staff("Maya", {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      colorScheme,
    });
    await page.goto(ALL);
    await expectAccessible(page);
    await expectContrast(page);
    await expectNoSidewaysScrolling(page);
    await row(page, "Do you deliver to Switzerland?").getByRole("link").click();
    await expect(page.getByRole("form", { name: "Edit answer" })).toBeVisible();
    await expect(page.getByRole("list", { name: "FAQs" })).toBeHidden();
    await expectAccessible(page);
    await page.getByRole("button", { name: "All FAQs" }).click();
    await expect(row(page, "Do you deliver to Switzerland?")).toBeVisible();
  });
}

function row(page: Page, text: string) {
  return page.getByRole("list", { name: "FAQs" }).getByRole("listitem").filter({ hasText: text });
}
