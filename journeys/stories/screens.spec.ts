import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectContrast } from "../kit/accessibility.ts";
import { expectNoSidewaysScrolling, expectNothingUnderLauncher } from "../kit/layout.ts";
import { somebody } from "../kit/person.ts";
import { test } from "../kit/test.ts";

const SIZES = [
  { width: 320, height: 568 },
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
] as const;

for (const viewport of SIZES) {
  test(`at ${viewport.width} px the inbox fits, by day and by night`, async ({ scene }) => {
    const maya = await scene.staff("Maya", { viewport });
    const visitor = await scene.visitor({ viewport });
    await visitor.page.goto("/login");
    await expect(visitor.page.getByRole("button", { name: "Log in" })).toBeVisible();
    await expectFits(visitor.page);

    await maya.toOverview();
    await expectFits(maya.page);
    await maya.toMessages();
    await expect(maya.rows.first()).toBeVisible();
    await expectFits(maya.page);
    await maya.openThread("Café Marram");
    await expect(maya.log.locator("[data-message]").last()).toBeInViewport();
    await expect(maya.composer).toBeInViewport();
    await expectFits(maya.page);
  });

  test(`at ${viewport.width} px the chat fits, by day and by night`, async ({ scene }) => {
    const shopper = await scene.shopper({ viewport });
    const { page } = shopper;
    await page.goto("/products/breakfast-mug.html");
    await expect(shopper.launcher).toBeInViewport({ ratio: 1 });
    await expectNothingUnderLauncher(page);
    await expectFits(page);

    await shopper.open();
    await expectFits(page);
    await shopper.panel.getByRole("button", { name: "Send us a message" }).click();
    await shopper.sendButton.click();
    await expect(shopper.panel.getByText("Write your message first.")).toBeVisible();
    await expectFits(page);
    await shopper.panel
      .getByLabel("Your message")
      .fill("averylongwordwithoutanyplacetobreak".repeat(9));
    await shopper.panel.getByLabel("E-mail").fill(somebody("Finn").email);
    await shopper.sendButton.click();
    await expect(shopper.fate(/^Sent /)).toBeVisible();
    await expect(shopper.composer).toBeInViewport();
    await expectFits(page);
  });
}

for (const viewport of [SIZES[1], SIZES[3]]) {
  test(`at ${viewport.width} px a page in Arabic has its chat in Arabic, from right to left`, async ({
    scene,
  }) => {
    const shopper = await scene.shopper({ viewport });
    const maya = await scene.staff("Maya");
    const omar = somebody("عمر");
    await shopper.page.goto("/ar.html");
    await expect(shopper.launcher).toHaveAccessibleName("تحدث معنا");
    const launcher = await shopper.launcher.boundingBox();
    expect(launcher?.x).toBeLessThan(viewport.width / 2);
    await expectNothingUnderLauncher(shopper.page);

    await shopper.open();
    await expect(shopper.panel.locator("html")).toHaveAttribute("lang", "ar");
    await expect(shopper.panel.locator("html")).toHaveCSS("direction", "rtl");
    await expectFits(shopper.page);
    await shopper.panel.getByRole("button", { name: "أرسل لنا رسالة" }).click();
    await shopper.panel.getByLabel("رسالتك").fill("هل توصلون إلى الإسكندرية؟");
    await shopper.panel.getByLabel("البريد الإلكتروني").fill("omar@");
    await shopper.panel.getByRole("button", { name: "إرسال الرسالة" }).click();
    await expect(shopper.panel.getByText(/يبدو أن البريد الإلكتروني غير مكتمل/)).toBeVisible();
    await expectFits(shopper.page);
    await shopper.panel.getByLabel("البريد الإلكتروني").fill(omar.email.replace("عمر", "omar"));
    await shopper.panel.getByLabel("الاسم").fill(omar.name);
    await shopper.panel.getByRole("button", { name: "إرسال الرسالة" }).click();
    await expect(shopper.fate(/^أُرسلت /)).toBeVisible();

    await maya.toMessages();
    await maya.openThread(omar.name);
    await maya.reply("نعم، خلال خمسة أيام.");
    await expect(shopper.said("نعم، خلال خمسة أيام.")).toBeVisible();
    const mine = await shopper.said("هل توصلون إلى الإسكندرية؟").boundingBox();
    const theirs = await shopper.said("نعم، خلال خمسة أيام.").boundingBox();
    expect(mine?.x).toBeLessThan(theirs?.x ?? 0);
    await expectFits(shopper.page);
  });
}

test("on a phone the chat fills the screen, holds the page still, and Esc leads back", async ({
  scene,
}) => {
  const viewport = { width: 390, height: 844 };
  const shopper = await scene.shopper({ viewport, hasTouch: true, isMobile: true });
  const { page } = shopper;
  await page.goto("/products/breakfast-mug.html");
  await shopper.launcher.tap();
  await expect(shopper.panel.getByRole("main")).toBeVisible();

  await expect
    .poll(() => shopper.host.locator("iframe").boundingBox())
    .toEqual({ x: 0, y: 0, ...viewport });
  await expect(page.locator("html")).toHaveCSS("overflow-y", "hidden");
  await page.mouse.wheel(0, 600);
  await shopper.panel.getByRole("button", { name: "Send us a message" }).tap();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  // Nothing of the page is in reach while it is covered.
  await expect(page.getByRole("link", { name: "hearthlow" }).first()).toHaveCount(1);
  expect(await isInert(page)).toBe(true);

  await page.keyboard.press("Escape");
  await expect(shopper.panel.getByRole("main")).toBeHidden();
  await expect(shopper.launcher).toBeFocused();
  await expect(page.locator("html")).not.toHaveCSS("overflow-y", "hidden");
  await page.keyboard.press("Enter");
  await expect(shopper.panel.getByRole("main")).toBeVisible();
});

test("at a computer Esc closes the chat and gives the focus back, and the page stays usable", async ({
  scene,
}) => {
  const shopper = await scene.shopper();
  const { page } = shopper;
  await page.goto("/products/breakfast-mug.html");
  await shopper.launcher.focus();
  await page.keyboard.press("Enter");
  await expect(shopper.panel.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.locator("html")).not.toHaveCSS("overflow-y", "hidden");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(shopper.panel.getByLabel("Your message")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(shopper.panel.getByRole("main")).toBeHidden();
  await expect(shopper.launcher).toBeFocused();

  await page.keyboard.press("Space");
  await expect(shopper.panel.getByLabel("Your message")).toBeFocused();
  await page.getByRole("link", { name: "Kitchen" }).first().click();
  await expect(page).toHaveURL(/kitchen/);
});

test("on a phone a way back leads out of a conversation that is not there", async ({ scene }) => {
  const maya = await scene.staff("Maya", { viewport: { width: 390, height: 844 } });
  await maya.page.goto("/inbox/messages/00000000-0000-4000-8000-000000000000");
  await expect(maya.page.getByText("This conversation does not exist")).toBeVisible();

  await maya.page.getByRole("link", { name: "Back to conversations" }).click();
  await expect(maya.rows.first()).toBeVisible();
});

test("keys pressed alone can be switched off for this browser", async ({ scene }) => {
  const maya = await scene.staff("Maya");
  await maya.toMessages();
  await expect(maya.rows.first()).toBeVisible();
  const shortcuts = maya.page.getByRole("button", { name: "Keyboard shortcuts" });
  await shortcuts.click();
  await maya.page.getByRole("switch", { name: "Keys pressed alone" }).uncheck();
  await expectAccessible(maya.page);
  await maya.page.keyboard.press("Escape");
  await maya.page.reload();
  await expect(maya.rows.first()).toBeVisible();

  await maya.page.keyboard.press("?");
  await maya.page.keyboard.press("j");
  await expect(maya.page.getByRole("dialog")).toBeHidden();
  await expect(maya.page).toHaveURL(/\/inbox\/messages$/);

  await shortcuts.click();
  await maya.page.getByRole("switch", { name: "Keys pressed alone" }).check();
  await maya.page.keyboard.press("Escape");
  await maya.page.keyboard.press("j");
  await expect(maya.page).toHaveURL(/\/inbox\/messages\/./);
});

test("at four hundred per cent one can still ask and answer", async ({ scene }) => {
  const zoomed = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };
  const shopper = await scene.shopper(zoomed);
  const maya = await scene.staff("Maya", zoomed);
  const zoe = somebody("Zoe");
  await shopper.page.goto("/products/breakfast-mug.html");
  await shopper.open();
  await shopper.introduce(zoe, "Can you read this?");
  await expect(shopper.said("Can you read this?")).toBeInViewport();
  await expect(shopper.composer).toBeInViewport();
  await expectNoSidewaysScrolling(shopper.page);

  await maya.toOverview();
  await expectNoSidewaysScrolling(maya.page);
  await maya.toMessages();
  await maya.openThread(zoe.name);
  await expect(maya.said("Can you read this?")).toBeInViewport();
  await maya.reply("Every letter.");
  await expect(maya.said("Every letter.")).toBeInViewport();
  await expectNoSidewaysScrolling(maya.page);
  await expect(shopper.said("Every letter.")).toBeInViewport();
});

async function expectFits(page: Page): Promise<void> {
  await expectNoSidewaysScrolling(page);
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectContrast(page);
  await page.emulateMedia({ colorScheme: "light" });
}

/** Whether the Tab key stays in the chat. */
async function isInert(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement?.localName === "shopbell-chat");
}
