import { expect } from "@playwright/test";
import { expectAccessible } from "../kit/accessibility.ts";
import { browserWith, isStorageOpen } from "../kit/browser.ts";
import { somebody } from "../kit/person.ts";
import { test } from "../kit/test.ts";
import { Widget } from "../kit/widget.ts";

test("a browser that blocks the storage of third parties still talks, and remembers", async ({
  demo,
  scene,
}, testInfo) => {
  const profile = testInfo.outputPath("profile");
  const context = await browserWith("blocked", profile, { baseURL: demo.store });
  const shopper = new Widget(await context.newPage());
  const maya = await scene.staff("Maya");
  const tove = somebody("Tove");

  await shopper.page.goto("/products/linen-apron.html");
  await shopper.open();
  // What this journey is about is really so.
  expect(await shopper.frame.evaluate(isStorageOpen)).toBe(false);
  await shopper.introduce(tove, "Does the apron shrink?");
  await expect(shopper.fate(/^Sent /)).toBeVisible();
  await maya.toMessages();
  await maya.openThread(tove.name);
  await maya.reply("A little, the first time.");
  await expect(shopper.said("A little, the first time.")).toBeVisible();
  // Told to the server before the page goes: what was seen a moment before leaving may count as waiting.
  await expect(maya.log.getByText("Seen", { exact: true })).toBeVisible();

  await shopper.page.goto("/cart.html");
  await maya.reply("It stretches again.");
  await expect(shopper.badge).toHaveText("1");
  await shopper.launcher.click();
  await expect(shopper.log.locator("p[dir=auto]")).toHaveText([
    "Does the apron shrink?",
    "A little, the first time.",
    "It stretches again.",
  ]);
  await expectAccessible(shopper.page);
  await context.close();
});

const refusals = {
  "a shop page without storage": () => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("The operation is insecure.", "SecurityError");
        },
      });
    }
  },
  "a shop page whose storage is full": () => {
    for (const storage of [localStorage, sessionStorage]) {
      for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
        try {
          for (let at = 0; ; at += 1) storage.setItem(`ballast-${size}-${at}`, "x".repeat(size));
        } catch {
          // Smaller pieces fill what is left.
        }
      }
    }
  },
} as const;

for (const [where, refuse] of Object.entries(refusals)) {
  test(`on ${where} the chat works as long as the page lives`, async ({ demo, scene, records }) => {
    const pim = somebody("Pim");
    const shopper = await scene.shopper();
    const maya = await scene.staff("Maya");
    await shopper.page
      .context()
      .addInitScript(`if (location.origin === ${JSON.stringify(demo.store)}) (${refuse})();`);

    await shopper.page.goto("/products/linen-apron.html");
    await shopper.open();
    await shopper.introduce(pim, "Is the linen washed?");
    await expect(shopper.fate(/^Sent /)).toBeVisible();
    await maya.toMessages();
    await maya.openThread(pim.name);
    await maya.reply("Twice.");
    await expect(shopper.said("Twice.")).toBeVisible();
    await shopper.say("Lovely.");
    await expect(maya.said("Lovely.")).toBeVisible();
    await shopper.close();
    await maya.reply("See you.");
    await expect(shopper.badge).toHaveText("1");
    await shopper.launcher.click();
    await expect(shopper.said("See you.")).toBeVisible();

    const conversations = await records.conversations(pim.email);
    expect(conversations).toHaveLength(1);
    expect(await records.messages(conversations[0]?.id ?? "")).toHaveLength(4);
  });
}
