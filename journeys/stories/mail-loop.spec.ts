import { expect, type Page } from "@playwright/test";
import { aPicture } from "../kit/files.ts";
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

  await answer(mailbox, "Wonderful, then I take two.", "plate.png");
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

/** As the mail program of whoever the opened mail is for. */
async function answer(mailbox: Page, text: string, picture?: string): Promise<void> {
  await mailbox.getByRole("textbox", { name: /^Answer as/ }).fill(text);
  if (picture) {
    await mailbox
      .getByLabel("Files", { exact: true })
      .setInputFiles(aPicture(picture, 320, 240, SLATE));
  }
  await mailbox.getByRole("button", { name: "Send" }).click();
  await expect(mailbox.getByText("Sent.")).toBeVisible();
}
