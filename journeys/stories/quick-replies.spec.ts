import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "../kit/accessibility.ts";
import { aPicture } from "../kit/files.ts";
import type { Inbox } from "../kit/inbox.ts";
import { type Person, somebody } from "../kit/person.ts";
import { type Scene, test } from "../kit/test.ts";

const ALL = "/inbox/settings/quick-replies";

/** A word nobody else uses as a shortcut: the demo is one shop for all journeys. */
const word = (begin: string) => `${begin}-${crypto.randomUUID().slice(0, 8)}`;

test("an administrator writes one with a detail, and a colleague sends it with the name in it", async ({
  scene,
}) => {
  const maya = await scene.staff("Maya");
  const shortcut = word("whale");
  await maya.page.goto(ALL);
  await maya.page.getByRole("button", { name: "Add quick reply" }).click();
  const editor = maya.page.getByRole("form", { name: "New quick reply" });
  await editor.getByLabel("Title").fill("Whales we paint");
  await editor.getByLabel("Shortcut").fill(shortcut);
  const message = editor.getByRole("textbox", { name: "Message" });
  await message.click();
  await maya.page.keyboard.type("Thank you, ");
  await editor.getByRole("button", { name: "Customer detail" }).click();
  await maya.page.getByRole("menuitem", { name: "First name", exact: true }).click();
  await maya.page.keyboard.type(". We paint");
  await maya.page.keyboard.press("Enter");
  await maya.page.keyboard.type("whales on Monday.");
  await expect(editor.getByText("Thank you, Yuki. We paint")).toBeVisible();
  await expect(editor.getByText("Thank you. We paint")).toBeVisible();
  await expectAccessible(maya.page);
  await editor.getByRole("button", { name: "Save" }).click();
  await expect(maya.page.getByRole("form", { name: "Edit quick reply" })).toBeVisible();
  await expect(row(maya.page, `/${shortcut}`)).toContainText("Whales we paint");

  const anna = somebody("Anna");
  const [shopper, priya] = await ask(scene, anna, "Do you paint whales?");
  const thread = priya.log.getByText("Do you paint whales?");
  const suggestion = priya.page.getByRole("button", { name: /^Insert Whales we paint/ });
  await expect(suggestion.first()).toContainText("whales");
  await priya.composer.pressSequentially(`/${shortcut}`);
  const field = priya.page.getByRole("combobox", { name: "Reply" });
  await expect(priya.page.getByRole("option")).toHaveCount(1);
  await expect(thread).toBeInViewport();
  await expectAccessible(priya.page);
  await field.press("Enter");

  const text = `Thank you, ${anna.name.split(" ")[0]}. We paint\nwhales on Monday.`;
  await expect(priya.composer).toHaveValue(text);
  await priya.composer.press("Enter");
  await expect(shopper.said(text)).toBeVisible();
  // Uses are counted after the message has gone.
  await expect(async () => {
    await maya.page.reload();
    await expect(row(maya.page, shortcut)).toContainText("1 use", { timeout: 5_000 });
  }).toPass();
});

test("a picture goes along with the answer it is inserted into", async ({ scene }) => {
  const maya = await scene.staff("Maya");
  const shortcut = word("glaze");
  await maya.page.goto(`${ALL}/new?shortcut=${shortcut}`);
  const editor = maya.page.getByRole("form", { name: "New quick reply" });
  await editor.getByLabel("Title").fill("Our glazes");
  await editor.getByRole("textbox", { name: "Message" }).click();
  await maya.page.keyboard.type("These are all our glazes");
  await editor.getByRole("button", { name: "Emoji" }).click();
  await maya.page.getByLabel("Search emoji").fill("tada");
  await maya.page.keyboard.press("Enter");
  await editor.getByRole("button", { name: "Add a link" }).click();
  await maya.page.getByLabel("Address").fill("shop.example/glazes");
  await maya.page.keyboard.press("Enter");
  const message = editor.getByRole("textbox", { name: "Message" });
  await expect(message).toHaveText("These are all our glazes🎉 https://shop.example/glazes");
  await editor.locator("input[type=file]").setInputFiles(aPicture("glazes.png"));
  await expect(editor.getByText("glazes.png")).toBeVisible();
  await expectAccessible(maya.page);
  await editor.getByRole("button", { name: "Save" }).click();
  await expect(maya.page.getByRole("form", { name: "Edit quick reply" })).toBeVisible();
  await expect(row(maya.page, shortcut).getByRole("img")).toBeVisible();

  const [shopper, priya] = await ask(scene, somebody("Otto"), "Which colours have you?");
  await priya.composer.pressSequentially(`/${shortcut}`);
  const option = priya.page.getByRole("option", { name: /Our glazes/ });
  await expect(option.getByRole("img", { name: "with a picture" })).toBeVisible();
  await priya.page.getByRole("combobox", { name: "Reply" }).press("Enter");
  const attached = priya.page.getByRole("list", { name: "Attachments" });
  await expect(attached.getByText("glazes.png")).toBeVisible();
  await priya.composer.press("Enter");
  await expect(
    shopper.said("These are all our glazes🎉 https://shop.example/glazes"),
  ).toBeVisible();
  await expect(shopper.log.getByRole("button", { name: /^Open: / })).toBeVisible();

  await maya.page.getByRole("button", { name: "Remove glazes.png" }).click();
  await maya.page.getByRole("button", { name: "Save" }).click();
  await expect(row(maya.page, shortcut).getByRole("img")).toBeHidden();
});

test("a shortcut that is taken is told while it is typed, and nothing is lost on the way", async ({
  scene,
}) => {
  const { page } = await scene.staff("Maya");
  await page.goto(`${ALL}/new`);
  const editor = page.getByRole("form", { name: "New quick reply" });
  await editor.getByLabel("Title").fill("Another one");
  await editor.getByLabel("Shortcut").fill("/Replace");
  await expect(
    editor.getByText("Another quick reply already uses /replace. Pick another word."),
  ).toBeVisible();
  await expectAccessible(page);

  await row(page, "/gift").click();
  await expect(page.getByRole("form", { name: "Edit quick reply" })).toBeVisible();
  await page.getByRole("button", { name: "Add quick reply" }).click();
  await expect(editor.getByLabel("Title")).toHaveValue("Another one");
  await editor.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByText("Choose a quick reply to change it.")).toBeVisible();
});

test("a file with two bad lines changes nothing, and a good one comes back as it went", async ({
  scene,
}) => {
  const { page } = await scene.staff("Maya");
  const shortcut = word("kiln");
  await page.goto(ALL);
  const head = "title,shortcut,text\r\n";
  const good = `Kiln,${shortcut},"Fired twice,\r\nat 1,200 °C"\r\n`;
  const dialog = await importing(page, `${head}${good}Bad,two words,x\r\n,untitled,x\r\n`);
  await expect(dialog.getByText("2 lines are wrong.")).toBeVisible();
  await expect(dialog.getByRole("listitem")).toHaveText([/^Line 4Use one word/, /^Line 5Write a/]);
  await expect(dialog.getByRole("button", { name: "Import" })).toBeDisabled();
  await expectAccessible(page);

  await choose(dialog, head + good);
  await expect(dialog.getByText("1 new, 0 changed.")).toBeVisible();
  await dialog.getByRole("button", { name: "Import" }).click();
  await expect(page.getByText("1 added, 0 changed.")).toBeVisible();
  await expect(row(page, `/${shortcut}`)).toBeVisible();

  const exported = await page.request.get(
    await page.evaluate(async () => {
      const me: { stores: { id: string }[] } = await (await fetch("/api/staff/me")).json();
      return `/api/staff/stores/${me.stores[0]?.id}/quick-reply-export`;
    }),
  );
  expect(await exported.text()).toContain(good);
  const again = await importing(page, await exported.text());
  await expect(again.getByText("The file says what you have already.")).toBeVisible();
});

test("the own order is made by keys, from a menu, and by dragging", async ({ scene }) => {
  const { page } = await scene.staff("Maya");
  await page.goto(ALL);
  await page.getByLabel("Sort by").selectOption("Own order");
  const rows = page.getByRole("list", { name: "Quick replies" }).getByRole("listitem");
  const handle = rows.nth(0).getByRole("button", { name: /^Move / });
  const first = (await handle.getAttribute("aria-label")) ?? "";
  await handle.press("Space");
  await handle.press("ArrowDown");
  await expect(rows.nth(1).getByRole("button", { name: first })).toBeVisible();
  const saved = page.waitForResponse((answer) => answer.url().endsWith("/quick-reply-order"));
  await rows
    .nth(1)
    .getByRole("button", { name: /^Move / })
    .press("Space");
  await saved;
  await page.reload();
  await page.getByLabel("Sort by").selectOption("Own order");
  await expect(rows.nth(1).getByRole("button", { name: first })).toBeVisible();
  await expectAccessible(page);

  await rows
    .nth(1)
    .getByRole("button", { name: /^Order of / })
    .click();
  await page.getByRole("menuitem", { name: "Move up" }).click();
  await expect(rows.nth(0).getByRole("button", { name: first })).toBeVisible();

  await rows.nth(0).getByRole("button", { name: first }).dragTo(rows.nth(1));
  await expect(rows.nth(1).getByRole("button", { name: first })).toBeVisible();
  await rows.nth(1).getByRole("button", { name: first }).dragTo(rows.nth(0));
  await expect(rows.nth(0).getByRole("button", { name: first })).toBeVisible();
});

test("on a phone the list leads to the editor, and back", async ({ scene }) => {
  const { page } = await scene.staff("Maya", {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    colorScheme: "dark",
  });
  await page.goto(ALL);
  await row(page, "/care").click();
  await expect(page.getByRole("form", { name: "Edit quick reply" })).toBeVisible();
  await expect(page.getByRole("list", { name: "Quick replies" })).toBeHidden();
  await expectAccessible(page);
  await page.getByRole("button", { name: "All quick replies" }).click();
  await expect(row(page, "/care")).toBeVisible();
});

test("a suggestion is put into the field by one press, and never sent by itself", async ({
  scene,
}) => {
  const anna = somebody("Anna");
  const [shopper, priya] = await ask(scene, anna, "Hello, is the oven a danger to the bowl?");
  const strip = priya.page.getByRole("region", { name: "Suggested for the last message" });
  const suggestion = strip.getByRole("button", { name: /^Insert Dishwasher and oven/ });
  await expect(suggestion).toContainText("matches oven");
  await expectAccessible(priya.page);
  await suggestion.click();

  await expect(priya.composer).toHaveValue(/^Yes, every piece is safe/);
  await expect(priya.composer).toBeFocused();
  await expect(strip).toBeHidden();
  await expect(shopper.said(/^Yes, every piece/)).toHaveCount(0);
  await priya.composer.fill("");
  await strip.getByRole("button", { name: "Dismiss suggestions" }).click();
  await expect(strip).toBeHidden();
  await shopper.say("And the dishwasher?");
  await expect(suggestion).toContainText("matches dishwasher");
});

test("emoji come by keys alone, from the picker and by their codes", async ({ scene }) => {
  const [shopper, priya] = await ask(scene, somebody("Anna"), "Fine?");
  const { page } = priya;
  await priya.composer.fill("Fine ");
  await page.getByRole("button", { name: "Emoji", exact: true }).press("Enter");
  const picker = page.getByRole("dialog", { name: "Emoji" });
  await expect(picker.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("party popper");
  await expect(picker.getByRole("option", { name: "party popper" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(priya.composer).toHaveValue("Fine 🎉");
  await expect(priya.composer).toBeFocused();

  await page.keyboard.type(" :wave");
  await expect(page.getByRole("option").first()).toContainText("👋");
  await page.keyboard.press("Tab");
  await expect(priya.composer).toHaveValue("Fine 🎉 👋");
  await page.keyboard.press("Enter");
  await expect(shopper.said("Fine 🎉 👋")).toBeVisible();
});

async function ask(scene: Scene, person: Person, text: string) {
  const shopper = await scene.shopper();
  await shopper.page.goto("/products/salt-pot.html");
  await shopper.open();
  await shopper.introduce(person, text);
  const priya: Inbox = await scene.staff("Priya");
  await priya.toMessages();
  await priya.openThread(person.name);
  return [shopper, priya] as const;
}

function row(page: Page, text: string): Locator {
  return page
    .getByRole("list", { name: "Quick replies" })
    .getByRole("link")
    .filter({ hasText: text });
}

async function importing(page: Page, csv: string): Promise<Locator> {
  await page.getByRole("button", { name: "More for quick replies" }).click();
  await page.getByRole("menuitem", { name: "Import from a file" }).click();
  const dialog = page.getByRole("dialog", { name: "Import quick replies" });
  await choose(dialog, csv);
  return dialog;
}

async function choose(dialog: Locator, csv: string): Promise<void> {
  await dialog
    .getByLabel("CSV file")
    .setInputFiles({ name: "replies.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
}
