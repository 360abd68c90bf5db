import { expect, type Locator } from "@playwright/test";
import { expectAccessible } from "../kit/accessibility.ts";
import { browserWith } from "../kit/browser.ts";
import { aPicture, aProgram, choose, drop, paste } from "../kit/files.ts";
import { somebody } from "../kit/person.ts";
import { test } from "../kit/test.ts";
import { holdAnswers, letPostsPass, letUploadsPass, meetUploads } from "../kit/traffic.ts";
import { Widget } from "../kit/widget.ts";

const OCHRE = 0x3a7ac8;
const SLATE = 0x8a6a5a;

const attach = ({ panel }: Widget) => panel.getByRole("button", { name: "Add a photo or video" });
const chips = ({ panel }: Widget) => panel.getByRole("list", { name: "Attachments" });
const chip = (shopper: Widget, name: string) => chips(shopper).getByText(name);
const there = (shopper: Widget) => chips(shopper).getByText(/^\d+ KB$/);
const tiles = (log: Locator) => log.getByRole("button", { name: /^Open: / });

test("the first message brings along what was chosen, pasted and dropped", async ({
  scene,
  records,
}) => {
  const greta = somebody("Greta");
  const shopper = await scene.shopper();
  const maya = await scene.staff("Maya");
  await maya.toMessages();
  await shopper.page.goto("/care.html");
  await shopper.open();
  await shopper.fillIn(greta, "My bowl came broken");
  await choose(attach(shopper), aPicture("chip.png", 320, 240, OCHRE));
  await paste(shopper.panel.getByLabel("Your message"), aPicture("rim.png", 240, 320, SLATE));
  await drop(
    shopper.panel.getByRole("main"),
    () => expect(shopper.panel.getByText("Drop photos and videos here")).toBeVisible(),
    aPicture("box.png", 200, 200, OCHRE),
    aProgram("notes.png"),
  );
  await expect(shopper.panel.getByText("Drop photos and videos here")).toBeHidden();
  await expect(there(shopper)).toHaveCount(3);
  await expect(chip(shopper, "notes.png cannot be sent. Use an image or a video")).toBeVisible();
  await expectAccessible(shopper.page);

  await chips(shopper).getByRole("button", { name: "Remove notes.png" }).focus();
  await shopper.page.keyboard.press("Delete");
  await expect(chips(shopper).getByRole("listitem")).toHaveCount(3);
  await shopper.submit();

  await expect(shopper.said("My bowl came broken")).toBeVisible();
  await expect(tiles(shopper.log)).toHaveCount(3);
  await expect(chips(shopper)).toBeHidden();
  await maya.openThread(greta.name);
  await expect(tiles(maya.log)).toHaveCount(3);
  const [conversation] = await records.conversations(greta.email);
  const stored = await records.messages(conversation?.id ?? "");
  expect(stored.map(({ text, attachments }) => [text, attachments.length])).toEqual([
    ["My bowl came broken", 3],
  ]);
});

test("a first message may be nothing but a picture, chosen with the keyboard", async ({
  scene,
}) => {
  const henrik = somebody("Henrik");
  const shopper = await scene.shopper();
  const maya = await scene.staff("Maya");
  await maya.toMessages();
  await shopper.page.goto("/care.html");
  await shopper.open();
  await shopper.fillIn(henrik, "");
  await shopper.submit();
  await expect(shopper.panel.getByText("Write your message first.")).toBeVisible();

  const chooser = shopper.page.waitForEvent("filechooser");
  await attach(shopper).focus();
  await shopper.page.keyboard.press("Enter");
  await (await chooser).setFiles([aPicture("chip.png", 320, 240, OCHRE)]);
  await expect(there(shopper)).toHaveCount(1);
  await expect(shopper.panel.getByText("Write your message first.")).toBeHidden();
  await shopper.submit();

  await expect(tiles(shopper.log)).toHaveCount(1);
  await expect(maya.row(henrik.name)).toContainText("Photo");
  await maya.openThread(henrik.name);
  await expect(tiles(maya.log)).toHaveAccessibleName(/^Open: Photo from Henrik, /);
  await shopper.panel.getByRole("button", { name: "Back" }).click();
  await expect(shopper.panel.getByRole("button", { name: /You: Photo/ })).toBeVisible();
});

test("it survives a cut line, a lost answer and page loads, and is there once", async ({
  demo,
  scene,
  records,
}, testInfo) => {
  const profile = testInfo.outputPath("profile");
  const context = await browserWith("allowed", profile, { baseURL: demo.store });
  const shopper = new Widget(await context.newPage());
  const nadia = somebody("Nadia");
  await shopper.page.goto("/care.html");
  await shopper.open();
  await shopper.fillIn(nadia, "My bowl came broken");
  await meetUploads(context, (route) => route.abort("connectionreset"));
  await choose(attach(shopper), aPicture("chip.png", 320, 240, SLATE));
  await expect(chip(shopper, "Cut off. Trying again")).toBeVisible();

  // Chosen, and not sent yet.
  await shopper.page.goto("/cart.html");
  await shopper.open();
  await shopper.fillIn(nadia, "My bowl came broken");
  await expect(chip(shopper, "chip.png")).toBeVisible();

  await shopper.submit();
  await expect(tiles(shopper.log)).toHaveCount(1);
  const answers = await holdAnswers(context);
  await letUploadsPass(context);
  await answers.first;
  await shopper.page.goto("/care.html");
  await letPostsPass(context);
  await shopper.open();
  await shopper.panel.getByRole("button", { name: /You: My bowl/ }).click();

  await expect(shopper.fate(/^(Sent |Seen)/)).toBeVisible();
  await expect(shopper.said("My bowl came broken")).toHaveCount(1);
  const [conversation] = await records.conversations(nadia.email);
  const stored = await records.messages(conversation?.id ?? "");
  expect(stored.map(({ text, attachments }) => [text, attachments.length])).toEqual([
    ["My bowl came broken", 1],
  ]);
  const maya = await scene.staff("Maya");
  await maya.toMessages();
  await maya.openThread(nadia.name);
  await expect(tiles(maya.log)).toHaveCount(1);
  await context.close();
});
