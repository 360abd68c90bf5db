import { expect } from "@playwright/test";
import { expectAccessible } from "../kit/accessibility.ts";
import type { Inbox } from "../kit/inbox.ts";
import { somebody } from "../kit/person.ts";
import { test } from "../kit/test.ts";
import { expectLinks, TEXTS } from "../kit/words.ts";

test("a shopper asks on a product page, two members of staff see it come in, and one answers", async ({
  scene,
}) => {
  const anna = somebody("Anna");
  const [maya, tomasz] = await Promise.all([scene.staff("Maya"), scene.staff("Tomasz")]);
  await Promise.all([maya.toMessages(), tomasz.toMessages()]);
  const unread = await tomasz.unreadConversations();
  const shopper = await scene.shopper();

  await shopper.page.goto("/products/breakfast-mug.html");
  await shopper.open();
  await shopper.introduce(anna, "Do you deliver to Malta?");

  for (const inbox of [maya, tomasz]) {
    await expect(inbox.rows.first()).toContainText(anna.name);
    await expect(inbox.unread(anna.name)).toBeVisible();
    await expect(inbox.row(anna.name)).toContainText("Do you deliver to Malta?");
    await expect(inbox.row(anna.name)).toContainText("Online");
  }
  await expect(tomasz.badge).toHaveText(`${unread + 1}`);
  await expect(shopper.fate(/^Sent /)).toBeVisible();

  await maya.openThread(anna.name);
  await expect(maya.header).toContainText("Online");
  await expect(maya.page.getByText("Reply will be sent to chat window")).toBeVisible();
  await maya.reply("We do, in two working days.");

  await expect(shopper.said("We do, in two working days.")).toBeVisible();
  await expect(shopper.panel.getByRole("heading", { name: "Maya" })).toBeVisible();
  await expect(shopper.fate("Seen")).toBeVisible();
  await expect(maya.log.getByText("Seen", { exact: true })).toBeVisible();

  await shopper.say("Then I take six.");

  await expect(maya.said("Then I take six.")).toBeVisible();
  await expect(tomasz.row(anna.name)).toContainText("Then I take six.");
});

test("a shopper's emoji come by keys alone, from the picker and by their codes", async ({
  scene,
}) => {
  const lotte = somebody("Lotte");
  const shopper = await scene.shopper();
  const maya = await scene.staff("Maya");
  await maya.toMessages();
  await shopper.page.goto("/care.html");
  await shopper.open();
  await shopper.introduce(lotte, "Hello");
  const { panel, page, composer } = shopper;
  await composer.fill("Thank you ");
  await panel.getByRole("button", { name: "Add an emoji" }).focus();
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("combobox", { name: "Search emoji" })).toBeFocused();
  await page.keyboard.type("party popper");
  await expect(panel.getByRole("option", { name: "party popper" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(composer).toBeFocused();
  await expect(composer).toHaveValue("Thank you 🎉");

  await page.keyboard.type(" :wave:");
  await expect(composer).toHaveValue("Thank you 🎉 👋");
  await page.keyboard.press("Enter");
  await maya.openThread(lotte.name);
  await expect(maya.said("Thank you 🎉 👋")).toBeVisible();

  await panel.getByRole("button", { name: "Add an emoji" }).click();
  await page.keyboard.press("Escape");
  await expect(panel.getByRole("dialog", { name: "Emoji" })).toBeHidden();
  await expect(panel.getByRole("button", { name: "Add an emoji" })).toBeFocused();
});

test("words arrive as they were written, both ways", async ({ scene, records }) => {
  const omar = somebody("Omar");
  const shopper = await scene.shopper();
  const maya = await scene.staff("Maya");
  for (const { page } of [shopper, maya]) {
    page.on("dialog", (dialog) => {
      throw new Error(`A message ran as a script: ${dialog.message()}`);
    });
  }
  await shopper.page.goto("/products/salt-pot.html");
  await shopper.open();
  await shopper.introduce(omar, TEXTS.markup);
  await maya.toMessages();
  await maya.openThread(omar.name);
  await expect(maya.said(TEXTS.markup)).toBeVisible();

  for (const text of [TEXTS.emoji, TEXTS.breaks, TEXTS.arabic, TEXTS.links]) {
    await shopper.say(text);
    await expect(maya.said(text)).toBeVisible();
    await maya.reply(text);
    await expect(shopper.said(text)).toHaveCount(2);
    await expect(maya.said(text)).toHaveCount(2);
  }
  await maya.reply(TEXTS.markup);
  await expect(shopper.said(TEXTS.markup)).toHaveCount(2);

  for (const side of [shopper, maya]) {
    for (const one of await side.said(TEXTS.links).all()) await expectLinks(one);
    for (const one of await side.said(TEXTS.breaks).all()) {
      // biome-ignore lint/performance/useDomNodeTextContent: the line breaks have to be on screen, not only in the text
      expect((await one.innerText()).trim()).toBe(TEXTS.breaks);
    }
    for (const one of await side.said(TEXTS.arabic).all()) {
      await expect(one).toHaveCSS("direction", "rtl");
    }
  }

  const [conversation] = await records.conversations(omar.email);
  const stored = await records.messages(conversation?.id ?? "");
  expect(stored.map(({ text }) => text)).toEqual([
    TEXTS.markup,
    ...[TEXTS.emoji, TEXTS.breaks, TEXTS.arabic, TEXTS.links].flatMap((text) => [text, text]),
    TEXTS.markup,
  ]);
});

test("ten thousand characters fit into a message, and not one more", async ({ scene }) => {
  const ida = somebody("Ida");
  const shopper = await scene.shopper();
  const maya = await scene.staff("Maya");
  await shopper.page.goto("/products/salt-pot.html");
  await shopper.open();
  await shopper.introduce(ida, TEXTS.long);
  await maya.toMessages();
  await maya.openThread(ida.name);

  await maya.log.getByRole("button", { name: "Show all" }).click();
  expect(await maya.said(/^🪴/u).textContent()).toBe(TEXTS.long);

  await maya.composer.fill(`${TEXTS.long}!`);
  await maya.composer.press("Enter");
  await expect(maya.page.getByRole("alert")).toContainText("1 character too many");
  await maya.reply(TEXTS.long);
  await expect(shopper.said(/^🪴/u)).toHaveCount(2);
  expect(await shopper.said(/^🪴/u).last().textContent()).toBe(TEXTS.long);

  await shopper.say(`${TEXTS.long}!`);
  await expect(shopper.panel.getByText("This message has 10,001 characters")).toBeVisible();
  await expect(shopper.said(/^🪴/u)).toHaveCount(2);
});

test("a reply is delivered to the closed chat, and seen once it is opened", async ({ scene }) => {
  const lena = somebody("Lena");
  const shopper = await scene.shopper();
  const maya = await scene.staff("Maya");
  await shopper.page.goto("/products/salt-pot.html");
  await shopper.open();
  await shopper.introduce(lena, "Is it dishwasher safe?");
  await expect(shopper.fate(/^Sent /)).toBeVisible();
  await shopper.close();
  await maya.toMessages();
  await maya.openThread(lena.name);

  await maya.reply("It is.");
  await expect(maya.log.getByText("Delivered to chat window")).toBeVisible();
  await expect(shopper.badge).toHaveText("1");
  await expect(shopper.card).toContainText("It is.");

  await shopper.launcher.click();
  await expect(shopper.said("It is.")).toBeVisible();
  await expect(maya.log.getByText("Seen", { exact: true })).toBeVisible();
  await expect(shopper.badge).toBeEmpty();
});

test("the blue dot goes after a second of really looking, for whoever looked", async ({
  scene,
}) => {
  const yuki = somebody("Yuki");
  const [maya, tomasz] = await Promise.all([scene.staff("Maya"), scene.staff("Tomasz")]);
  await tomasz.page.clock.install();
  await Promise.all([maya.toMessages(), tomasz.toMessages()]);
  const shopper = await scene.shopper();
  await shopper.page.goto("/products/salt-pot.html");
  await shopper.open();
  await shopper.introduce(yuki, "One of the mugs arrived with a chip.");
  await expect(tomasz.unread(yuki.name)).toBeVisible();
  const reads = readsOf(tomasz);

  // Open in a window that somebody has turned away from, for a minute.
  await turnAway(tomasz);
  await tomasz.openThread(yuki.name);
  await expect(tomasz.said("One of the mugs arrived with a chip.")).toBeVisible();
  await tomasz.page.clock.fastForward(60_000);
  await shopper.say("I can send a picture.");
  await expect(tomasz.said("I can send a picture.")).toBeVisible();
  expect(reads).toEqual([]);
  await expect(tomasz.unread(yuki.name)).toBeVisible();

  // Not quite a second, and away again.
  await tomasz.page.clock.pauseAt(Date.now() + 3_600_000);
  await turnBack(tomasz);
  await tomasz.page.clock.runFor(900);
  await turnAway(tomasz);
  await tomasz.page.clock.runFor(10_000);
  expect(reads).toEqual([]);

  await turnBack(tomasz);
  await tomasz.page.clock.runFor(1_100);
  await tomasz.page.clock.resume();
  await expect(tomasz.row(yuki.name)).toBeVisible();
  await expect(tomasz.unread(yuki.name)).toBeHidden();
  await expect(maya.unread(yuki.name)).toBeVisible();
});

/** The read marks a browser sends, as they come. */
function readsOf(inbox: Inbox): string[] {
  const reads: string[] = [];
  inbox.page.on("request", (request) => {
    if (request.url().endsWith("/read")) reads.push(request.url());
  });
  return reads;
}

/** Another window has the focus. A journey's pages all believe they have it. */
async function turnAway({ page }: Inbox): Promise<void> {
  await page.evaluate(() => {
    document.hasFocus = () => false;
    dispatchEvent(new FocusEvent("blur"));
  });
}

async function turnBack({ page }: Inbox): Promise<void> {
  await page.evaluate(() => {
    document.hasFocus = () => true;
    dispatchEvent(new FocusEvent("focus"));
  });
}
