import { expect, type Page } from "@playwright/test";
import { aPicture, type GivenFile, paste } from "../kit/files.ts";
import { answerBy, gmail, mailsTo, outlook } from "../kit/mail.ts";
import { somebody } from "../kit/person.ts";
import { test } from "../kit/test.ts";

const SLATE = 0x4b5a63;

test("whoever has left is answered by e-mail, and their e-mail is a message in the same thread", async ({
  scene,
  demo,
}) => {
  test.setTimeout(300_000);
  const person = somebody("Lina");
  const shopper = await scene.shopper();
  await shopper.page.goto("/care.html");
  await shopper.open();
  await shopper.introduce(person, "Does the glaze stain?");
  await expect(shopper.said("Does the glaze stain?")).toBeVisible();

  const maya = await scene.staff("Maya");
  await maya.toMessages();
  await maya.openThread(person.name);
  await shopper.page.goto("about:blank");
  await expect(maya.page.getByText(person.email).first()).toBeVisible();
  await maya.reply("No, it is fired at 1240 °C.");
  await maya.reply("Coffee wipes right off.");

  const mailbox = await maya.page.context().newPage();
  await mailbox.goto(demo.mailbox);
  const mails = mailbox.getByRole("button", { name: `To ${person.email}` });
  // Who left is certainly gone after a while, and nobody is within a minute and a half of the server's start.
  await expect(mails).toHaveCount(1, { timeout: 150_000 });
  await mails.click();
  const letter = mailbox.frameLocator("iframe");
  await expect(letter.getByText("No, it is fired at 1240 °C.")).toBeVisible();
  await expect(letter.getByText("Coffee wipes right off.")).toBeVisible();
  await expect(letter.getByText("Does the glaze stain?")).toHaveCount(0);

  await answer(mailbox, "Wonderful, then I take two.", aPicture("plate.png", 320, 240, SLATE));
  await expect(maya.said("Wonderful, then I take two.")).toBeVisible();
  await expect(maya.log.getByRole("button", { name: /^Open/ })).toHaveCount(1);
  await expect(maya.log.getByText("Coffee wipes right off.")).toHaveCount(1);

  await shopper.page.goto("/care.html");
  await shopper.open();
  await shopper.panel.getByRole("button", { name: /Photo|take two/ }).click();
  await expect(shopper.said("Wonderful, then I take two.")).toBeVisible();
  await answer(mailbox, "And a bowl, please.");
  await expect(shopper.said("And a bowl, please.")).toBeVisible();
  await expect(maya.said("And a bowl, please.")).toBeVisible();
  await expect(mails).toHaveCount(1);
});

test("of an answer by Gmail or Outlook only what is new is said, live on both sides, and the rest is one click away", async ({
  scene,
  demo,
}) => {
  test.setTimeout(300_000);
  const person = somebody("Mila");
  const shopper = await scene.shopper();
  await shopper.page.goto("/care.html");
  await shopper.open();
  await shopper.introduce(person, "Is the bowl oven-proof?");
  await expect(shopper.said("Is the bowl oven-proof?")).toBeVisible();
  const maya = await scene.staff("Maya");
  await maya.toMessages();
  await maya.openThread(person.name);
  await shopper.page.goto("about:blank");
  await maya.reply("Up to 220 °C.");
  const mailbox = await maya.page.context().newPage();
  await mailbox.goto(demo.mailbox);
  const [mail] = await mailsTo(mailbox, person.email, 1);
  if (!mail) throw new Error("There is no mail.");
  await shopper.page.goto("/care.html");
  await shopper.open();
  await expect(shopper.said("Up to 220 °C.")).toBeVisible();

  await answerBy(demo.smtp, gmail, mail, "Then I take it.");
  await expect(maya.said("Then I take it.")).toBeVisible();
  await expect(shopper.said("Then I take it.")).toBeVisible();
  await answerBy(demo.smtp, outlook, mail, "And the plate, too.");
  await expect(maya.said("And the plate, too.")).toBeVisible();
  await expect(shopper.said("And the plate, too.")).toBeVisible();

  for (const { log } of [maya, shopper]) {
    await expect(log.getByText("Up to 220 °C.")).toHaveCount(1);
    await expect(log.getByText(/wrote:|Sent:|_{3}/)).toHaveCount(0);
  }
  const originals = maya.log.getByRole("button", { name: "Show all…" });
  await expect(originals).toHaveCount(2);
  for (const [original, words] of [
    [originals.first(), "wrote:"],
    [originals.last(), "Sent:"],
  ] as const) {
    await original.click();
    const frame = maya.page.getByRole("dialog").frameLocator("iframe");
    await expect(frame.getByText(words)).toBeVisible();
    await expect(frame.getByText("Up to 220 °C.")).toBeVisible();
    await maya.page.keyboard.press("Escape");
    await expect(maya.page.getByRole("dialog")).toBeHidden();
  }
});

test("pictures go by e-mail both ways, and what is not taken along is named", async ({
  scene,
  demo,
}) => {
  test.setTimeout(300_000);
  const person = somebody("Nils");
  const shopper = await scene.shopper();
  await shopper.page.goto("/care.html");
  await shopper.open();
  await shopper.introduce(person, "What does the back look like?");
  await expect(shopper.said("What does the back look like?")).toBeVisible();
  const maya = await scene.staff("Maya");
  await maya.toMessages();
  await maya.openThread(person.name);
  await shopper.page.goto("about:blank");
  await paste(maya.composer, aPicture("back.png", 320, 240, SLATE));
  await expect(maya.page.getByText("back.png")).toBeVisible();
  await maya.reply("Like this.");
  await expect(maya.log.getByRole("button", { name: /^Open: / })).toHaveCount(1);

  const mailbox = await maya.page.context().newPage();
  await mailbox.goto(demo.mailbox);
  const [mail] = await mailsTo(mailbox, person.email, 1);
  expect(mail?.files).toEqual(["back.png"]);
  await mailbox.getByRole("button", { name: `To ${person.email}` }).click();
  await expect(mailbox.frameLocator("iframe").getByText("Like this.")).toBeVisible();
  await shopper.page.goto("/care.html");
  await expect(shopper.badge).toBeVisible();
  await shopper.open();
  await expect(shopper.said("Like this.")).toBeVisible();

  const receipt = {
    name: "receipt.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-"),
  };
  await answer(mailbox, "Mine has this.", aPicture("crack.png", 320, 240, SLATE), receipt);
  for (const { log, said } of [maya, shopper].map((side) => ({
    log: side.log,
    said: side.said("Mine has this."),
  }))) {
    await expect(said).toBeVisible();
    await expect(log.getByRole("button", { name: /^Open: / })).toHaveCount(2);
  }
  await expect(
    maya.log.getByText("receipt.pdf was not taken: not an image or a video"),
  ).toBeVisible();
});

/** As the mail program of whoever the opened mail is for. */
async function answer(mailbox: Page, text: string, ...files: readonly GivenFile[]): Promise<void> {
  await mailbox.getByRole("textbox", { name: /^Answer as/ }).fill(text);
  if (files.length > 0) {
    await mailbox.getByLabel("Files", { exact: true }).setInputFiles([...files]);
  }
  await mailbox.getByRole("button", { name: "Send" }).click();
  await expect(mailbox.getByText("Sent.")).toBeVisible();
}
