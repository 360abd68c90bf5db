import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectContrast } from "../kit/accessibility.ts";
import { expectNoSidewaysScrolling } from "../kit/layout.ts";
import { mailsTo } from "../kit/mail.ts";
import { type Person, somebody } from "../kit/person.ts";
import { type Scene, test } from "../kit/test.ts";
import { Widget } from "../kit/widget.ts";

test("a link in an answer's mail confirms the address of the browser that presses it, and of nobody who only typed it", async ({
  scene,
  demo,
}) => {
  test.setTimeout(400_000);
  const person = somebody("Vera");
  const shopper = await scene.shopper();
  await shopper.page.goto("/care.html");
  await shopper.open();
  await shopper.introduce(person, "Where is my order?");
  await expect(shopper.said("Where is my order?")).toBeVisible();
  const link = await linkMailedTo(scene, demo.mailbox, shopper.page, person);

  // Programs look at every link.
  await shopper.page.request.get(link);
  await shopper.page.goto(link);
  await expect(shopper.page.getByRole("heading")).toHaveText("Confirm your e-mail address");
  await expect(shopper.page.getByText(person.email)).toHaveCount(0);
  await expectAccessible(shopper.page);
  await shopper.page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScrolling(shopper.page);
  await shopper.page.emulateMedia({ colorScheme: "dark" });
  await expectContrast(shopper.page);
  await shopper.page.emulateMedia({ colorScheme: null });
  await shopper.page.setViewportSize({ width: 1280, height: 800 });
  await shopper.page.getByRole("button", { name: "Confirm" }).click();

  const told = shopper.panel.getByText(`Your e-mail address ${person.email} is confirmed.`);
  await expect(told).toBeVisible();
  expect(shopper.page.url()).not.toContain("shopbell:");
  await expectAccessible(shopper.page);
  await shopper.panel.getByRole("button", { name: "OK" }).click();
  await expect(told).toBeHidden();
  // In the thread, or on the home, where it leads there.
  await shopper.panel.getByText("It left this morning.").first().click();
  await expect(shopper.said("Where is my order?")).toBeVisible();

  const maya = await scene.staff("Maya");
  await maya.toMessages();
  await maya.openThread(person.name);
  const profile = maya.page.getByRole("complementary", { name: "Customer profile" });
  await expect(profile.getByText(person.email).first()).toBeVisible();
  await expect(profile.getByText("Not verified", { exact: true })).toHaveCount(0);

  await shopper.page.goto(link);
  await shopper.page.getByRole("button", { name: "Confirm" }).click();
  await expect(shopper.page.getByRole("heading")).toHaveText("This link no longer works");
});

test("a browser that gave another address, or none, asks before it is confirmed", async ({
  scene,
  demo,
}) => {
  test.setTimeout(400_000);
  const person = somebody("Nele");
  const typist = await scene.shopper();
  await typist.page.goto("/care.html");
  await typist.open();
  await typist.introduce(person, "I say that I am Nele");
  await expect(typist.said("I say that I am Nele")).toBeVisible();
  const link = await linkMailedTo(scene, demo.mailbox, typist.page, person);

  const owner = await scene.shopper();
  await owner.page.goto(link);
  await owner.page.getByRole("button", { name: "Confirm" }).click();
  await expect(owner.panel.getByText(`Is ${person.email} your e-mail address?`)).toBeVisible();
  await expectAccessible(owner.page);
  await owner.panel.getByRole("button", { name: "Yes, it is mine" }).click();
  await expect(owner.panel.getByText("is confirmed.")).toBeVisible();
  await expect(owner.said("I say that I am Nele")).toHaveCount(0);

  await typist.page.goto("/care.html");
  const again = new Widget(typist.page);
  await again.open();
  await expect(again.panel.getByText("is confirmed.")).toHaveCount(0);
});

/** Has somebody answered who has left, and takes the link out of the mail. */
async function linkMailedTo(
  scene: Scene,
  address: string,
  page: Page,
  person: Person,
): Promise<string> {
  const maya = await scene.staff("Maya");
  await maya.toMessages();
  await maya.openThread(person.name);
  await page.goto("about:blank");
  await maya.reply("It left this morning.");
  const mailbox = await maya.page.context().newPage();
  await mailbox.goto(address);
  const [mail] = await mailsTo(mailbox, person.email, 1);
  const [link] = mail?.text.match(/https?:\S+\/confirm\/\S+/) ?? [];
  if (!link) throw new Error("The mail has no link.");
  return link;
}
