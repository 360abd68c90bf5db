import { expect, type Locator } from "@playwright/test";
import { expectAccessible } from "../kit/accessibility.ts";
import { browserWith } from "../kit/browser.ts";
import { aPicture, aProgram, aVideo, choose, drop, paste } from "../kit/files.ts";
import type { Inbox } from "../kit/inbox.ts";
import { somebody } from "../kit/person.ts";
import { type Scene, test } from "../kit/test.ts";
import { letUploadsPass, meetUploads, uploadedIds } from "../kit/traffic.ts";
import { Widget } from "../kit/widget.ts";

const MEGABYTE = 1_048_576;
const OCHRE = 0x3a7ac8;
const SLATE = 0x8a6a5a;

/** A shopper who has written, and Maya with their conversation open. */
async function talking(scene: Scene, firstName: string) {
  const customer = somebody(firstName);
  const shopper = await scene.shopper();
  const maya = await scene.staff("Maya");
  await shopper.page.goto("/care.html");
  await shopper.open();
  await shopper.introduce(customer, "Good morning");
  await expect(shopper.fate(/^(Sent |Seen)/)).toBeVisible();
  await maya.toMessages();
  await maya.openThread(customer.name);
  return { customer, shopper, maya };
}

const chips = ({ page }: Inbox | Widget) => page.getByRole("list", { name: "Attachments" });
const attachIn = ({ panel }: Widget) => panel.getByRole("button", { name: "Add a photo or video" });
const sendIn = ({ panel }: Widget) => panel.getByRole("button", { name: "Send", exact: true });
const tiles = (log: Locator) => log.getByRole("button", { name: /^Open: / });

/** It is really there, not only its place. */
async function expectDrawn(tile: Locator): Promise<void> {
  const image = tile.locator("img");
  await expect(image).toBeVisible();
  await expect
    .poll(() => image.evaluate((one) => one instanceof HTMLImageElement && one.naturalWidth))
    .toBeGreaterThan(0);
}

/** Whoever opens the link elsewhere keeps the file, and does not have it shown. */
async function expectKept({ page }: Inbox | Widget, link: Locator): Promise<void> {
  const address = await link.evaluate((one) => one instanceof HTMLAnchorElement && one.href);
  const answer = await page.request.get(String(address));
  expect(answer.headers()["content-disposition"]).toMatch(/^attachment; /);
}

test("what was sent is described later, and everybody who has it open hears the words", async ({
  scene,
}) => {
  const { customer, shopper, maya } = await talking(scene, "Ines");
  await paste(maya.composer, aPicture("image.png", 320, 240, SLATE));
  await expect(chips(maya).getByText("image.png")).toBeVisible();
  await maya.page.keyboard.press("Enter");
  await expectDrawn(tiles(maya.log));
  await expectDrawn(tiles(shopper.log));
  const jonas = await scene.staff("Jonas");
  await jonas.toMessages();
  await jonas.openThread(customer.name);
  await expectDrawn(tiles(jonas.log));

  await tiles(maya.log).click();
  const viewer = maya.page.getByRole("dialog", { name: "Images and videos" });
  await viewer.getByRole("button", { name: "Describe" }).click();
  await viewer.getByRole("textbox").fill("A bowl in slate");
  await expectAccessible(maya.page);
  await maya.page.keyboard.press("Enter");
  await expect(viewer.getByRole("img", { name: "A bowl in slate" })).toBeVisible();
  await expect(tiles(jonas.log)).toHaveAccessibleName("Open: A bowl in slate");
  await expect(jonas.log.getByText("described a file: A bowl in slate")).toBeVisible();
  await expect(tiles(shopper.log)).toHaveAccessibleName("Open: A bowl in slate");
});

test("a screenshot pasted by staff is on the shopper's screen, and opens and closes by keys", async ({
  scene,
}) => {
  const { shopper, maya } = await talking(scene, "Greta");
  await paste(maya.composer, aPicture("image.png", 320, 240, OCHRE));
  await expect(chips(maya).getByText("image.png")).toBeVisible();
  await expect(maya.composer).toBeFocused();
  await maya.page.keyboard.press("Enter");

  const theirs = tiles(shopper.log);
  await expectDrawn(theirs);
  await expect(theirs).toHaveAccessibleName(/^Open: Photo from Maya, /);
  await expectDrawn(tiles(maya.log));
  await expect(chips(maya)).toBeHidden();

  await theirs.focus();
  await shopper.page.keyboard.press("Enter");
  const viewer = shopper.panel.getByRole("dialog", { name: "Photos and videos" });
  await expect(viewer.getByRole("img", { name: /^Photo from Maya/ })).toBeVisible();
  await expectKept(shopper, viewer.getByRole("link", { name: "Download" }));
  await shopper.page.keyboard.press("Escape");
  await expect(viewer).toBeHidden();
  await expect(theirs).toBeFocused();

  await tiles(maya.log).focus();
  await maya.page.keyboard.press("Enter");
  const larger = maya.page.getByRole("dialog", { name: "Images and videos" });
  await expectKept(maya, larger.getByRole("link", { name: "Download" }));
});

test("pictures dropped anywhere on the thread go out with words, and are described", async ({
  scene,
}) => {
  const { shopper, maya } = await talking(scene, "Henrik");
  await drop(
    maya.log,
    () => expect(maya.page.getByText("Drop images and videos to attach them")).toBeVisible(),
    aPicture("mug.png", 320, 240, OCHRE),
    aPicture("bowl.png", 240, 320, SLATE),
  );
  await expect(maya.page.getByText("Drop images and videos to attach them")).toBeHidden();
  await chips(maya).getByRole("button", { name: "Describe: mug.png" }).click();
  await maya.page.getByRole("textbox", { name: "What mug.png shows" }).fill("An ochre mug");
  await maya.page.keyboard.press("Enter");
  await expect(chips(maya).getByText("“An ochre mug”")).toBeVisible();
  await maya.reply("Both are in stock.");

  await expect(shopper.said("Both are in stock.")).toBeVisible();
  await expect(tiles(shopper.log)).toHaveCount(2);
  await expect(tiles(shopper.log).first()).toHaveAccessibleName("Open: An ochre mug");

  await tiles(maya.log).first().click();
  const viewer = maya.page.getByRole("dialog", { name: "Images and videos" });
  await expect(viewer.getByText("1 of 2")).toBeVisible();
  await maya.page.keyboard.press("ArrowRight");
  await expect(viewer.getByText("2 of 2")).toBeVisible();
  await expect(viewer.getByRole("img", { name: /^Photo from Maya/ })).toBeVisible();
  await viewer.getByRole("button", { name: "Close" }).click();
  await expect(tiles(maya.log).first()).toBeFocused();
});

test("a shopper's picture from the picker is in the inbox, in the list and in the thread", async ({
  scene,
}) => {
  const { customer, shopper, maya } = await talking(scene, "Ines");
  await choose(attachIn(shopper), aPicture("chip.png", 320, 240, OCHRE));
  const attached = shopper.panel.getByRole("list", { name: "Attachments" });
  await expect(attached.getByText("chip.png")).toBeVisible();
  await sendIn(shopper).click();

  await expectDrawn(tiles(maya.log));
  await expect(tiles(maya.log)).toHaveAccessibleName(/^Open: Photo from Ines, /);
  await expect(maya.row(customer.name)).toContainText("Photo");
  await expect(attached).toBeHidden();
  await expectDrawn(tiles(shopper.log));
  await expect(shopper.fate("Seen")).toBeVisible();

  await shopper.page.reload();
  await shopper.open();
  await shopper.panel.getByRole("button", { name: /You: Photo/ }).click();
  await expectDrawn(tiles(shopper.log));
});

test("an image that is too large is shrunk, and then it fits", async ({ scene, records }) => {
  const { customer, shopper, maya } = await talking(scene, "Jorge");
  const large = aPicture("large.png", 900, 700);
  expect(large.buffer.length).toBeGreaterThan(MEGABYTE);

  await paste(maya.composer, large);
  await expect(chips(maya).getByText("large.png is 1.9 MB")).toBeVisible();
  await expect(chips(maya).getByText("Images can be up to 1 MB")).toBeVisible();
  await chips(maya).getByRole("button", { name: "Shrink to fit" }).click();
  await expect(chips(maya).getByRole("button", { name: "Describe: large.png" })).toBeVisible();
  await maya.composer.press("Enter");
  await expectDrawn(tiles(shopper.log));

  await choose(attachIn(shopper), large);
  await expect(
    shopper.panel.getByText("large.png is 1.9 MB. Images can be up to 1 MB"),
  ).toBeVisible();
  await shopper.panel.getByRole("button", { name: "Shrink to fit" }).click();
  await expect(shopper.panel.getByText(/^\d+ KB$/)).toBeVisible();
  await sendIn(shopper).click();
  await expect(tiles(maya.log)).toHaveCount(2);

  const [conversation] = await records.conversations(customer.email);
  const stored = await records.messages(conversation?.id ?? "");
  const sizes = stored.flatMap(({ attachments }) => attachments.map(({ size }) => size));
  expect(sizes).toHaveLength(2);
  for (const size of sizes) expect(size).toBeLessThanOrEqual(MEGABYTE);
});

test("what cannot be sent says which file it is, why, and what the limit is", async ({ scene }) => {
  const { shopper, maya } = await talking(scene, "Kenji");
  await paste(
    maya.composer,
    aVideo("clip.mp4", "packing.mp4", 3.4 * MEGABYTE),
    aVideo("long.mp4", "long.mp4"),
    aProgram("notes.png"),
    aVideo("clip.mp4", "unpacking.mp4"),
  );
  const row = chips(maya);
  await expect(row.getByText("packing.mp4 is 3.4 MB")).toBeVisible();
  await expect(row.getByText("long.mp4 is 1:01 long")).toBeVisible();
  await expect(row.getByText("Videos can be up to 1 MB and 1 minute")).toHaveCount(2);
  await expect(row.getByText("notes.png cannot be sent")).toBeVisible();
  await expect(row.getByRole("button", { name: "Shrink to fit" })).toHaveCount(0);

  // Delete removes the one that has the focus; what fits goes out, and the rest stays to be looked at.
  await row.getByRole("button", { name: "Remove notes.png" }).focus();
  await maya.page.keyboard.press("Delete");
  await expect(row.getByText("notes.png")).toBeHidden();
  await maya.reply("Here is how it opens");
  await expectDrawn(tiles(shopper.log));
  await expect(tiles(shopper.log)).toHaveAccessibleName(/^Open: Video from Maya/);
  await expect(row.getByRole("listitem")).toHaveCount(2);

  await tiles(shopper.log).click();
  await expect(shopper.panel.locator("dialog video")).toHaveJSProperty("readyState", 4);
});

test("an upload that is cut off goes on with the same id, and its message is there once", async ({
  scene,
  records,
}) => {
  const { customer, shopper, maya } = await talking(scene, "Lena");
  const context = maya.page.context();
  const ids = uploadedIds(context);
  await meetUploads(context, (route) => route.abort("connectionreset"));
  await paste(maya.composer, aPicture("mug.png", 320, 240, OCHRE));
  await expect(chips(maya).getByText("Cut off. Trying again")).toBeVisible();
  await maya.reply("This one");
  await expect(tiles(maya.log)).toHaveCount(1);

  await letUploadsPass(context);
  await expectDrawn(tiles(shopper.log));
  await expect(shopper.said("This one")).toHaveCount(1);
  await expect(tiles(maya.log)).toHaveCount(1);
  const [conversation] = await records.conversations(customer.email);
  const stored = await records.messages(conversation?.id ?? "");
  expect(stored.map(({ text }) => text)).toEqual(["Good morning", "This one"]);
  expect(stored[1]?.attachments.map(({ id }) => id)).toEqual([...new Set(ids)]);
  expect(ids.length).toBeGreaterThan(1);
});

test("a reply whose picture is on its way survives a page load", async ({ scene, records }) => {
  const { customer, shopper, maya } = await talking(scene, "Marta");
  const context = maya.page.context();
  await meetUploads(context, (route) => route.abort("connectionreset"));
  await paste(maya.composer, aPicture("mug.png", 320, 240, OCHRE));
  await expect(chips(maya).getByText("Cut off. Trying again")).toBeVisible();
  await maya.reply("This one");
  await expect(tiles(maya.log)).toHaveCount(1);
  await maya.page.reload();
  await letUploadsPass(context);

  await expectDrawn(tiles(shopper.log));
  await expect(tiles(maya.log)).toHaveCount(1);
  const [conversation] = await records.conversations(customer.email);
  const stored = await records.messages(conversation?.id ?? "");
  expect(stored.map(({ attachments }) => attachments.length)).toEqual([0, 1]);
});

test("so does a shopper's picture, where the browser lets the chat keep it", async ({
  demo,
  scene,
  records,
}, testInfo) => {
  const profile = testInfo.outputPath("profile");
  const context = await browserWith("allowed", profile, { baseURL: demo.store });
  const shopper = new Widget(await context.newPage());
  const maya = await scene.staff("Maya");
  const nadia = somebody("Nadia");
  await shopper.page.goto("/care.html");
  await shopper.open();
  await shopper.introduce(nadia, "Good morning");
  await expect(shopper.fate(/^Sent /)).toBeVisible();
  await maya.toMessages();
  await maya.openThread(nadia.name);

  await meetUploads(context, (route) => route.abort("connectionreset"));
  await choose(attachIn(shopper), aPicture("chip.png", 320, 240, SLATE));
  await expect(shopper.panel.getByText("Cut off. Trying again")).toBeVisible();
  await sendIn(shopper).click();
  await expect(tiles(shopper.log)).toHaveCount(1);
  await shopper.page.goto("/cart.html");
  await letUploadsPass(context);

  await expectDrawn(tiles(maya.log));
  const [conversation] = await records.conversations(nadia.email);
  const stored = await records.messages(conversation?.id ?? "");
  expect(stored.map(({ attachments }) => attachments.length)).toEqual([0, 1]);
  await expectAccessible(shopper.page);
  await context.close();
});

test("what is attached stays with its conversation while another one is open", async ({
  scene,
}) => {
  const { customer, maya } = await talking(scene, "Nils");
  await paste(maya.composer, aPicture("mug.png", 320, 240, OCHRE));
  await expect(chips(maya).getByRole("button", { name: "Describe: mug.png" })).toBeVisible();
  await maya.rows.nth(2).click();
  await expect(chips(maya)).toBeHidden();
  await maya.openThread(customer.name);
  await expect(chips(maya).getByText("mug.png")).toBeVisible();

  await maya.page.reload();
  await expect(chips(maya).getByText("mug.png")).toBeVisible();
  await chips(maya).getByRole("button", { name: "Remove mug.png" }).click();
  await expect(chips(maya)).toBeHidden();
  await expect(maya.composer).toBeFocused();
});

test("a file of a conversation that is hidden from a colleague is not there for them", async ({
  scene,
}) => {
  const { customer, maya } = await talking(scene, "Olga");
  const jonas = await scene.staff("Jonas");
  await paste(maya.composer, aPicture("secret.png", 320, 240, OCHRE));
  await maya.reply("For you alone");
  await jonas.toMessages();
  await jonas.openThread(customer.name);
  await expectDrawn(tiles(jonas.log));
  const address = (await tiles(jonas.log).locator("img").getAttribute("src")) ?? "";
  expect((await jonas.page.request.get(address)).status()).toBe(200);

  await maya.assign("Maya");
  await expect(jonas.row(customer.name)).toBeHidden();
  expect((await jonas.page.request.get(address)).status()).toBe(404);
  expect((await maya.page.request.get(address)).status()).toBe(200);
});
