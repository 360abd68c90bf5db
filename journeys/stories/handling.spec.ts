import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../kit/accessibility.ts";
import type { Inbox } from "../kit/inbox.ts";
import { type Person, somebody } from "../kit/person.ts";
import { type Scene, test } from "../kit/test.ts";
import type { Widget } from "../kit/widget.ts";

/** A shopper writes, and somebody of the staff has their conversation open. */
async function written(scene: Scene, person: Person, words: string): Promise<Widget> {
  const shopper = await scene.shopper();
  await shopper.page.goto("/care.html");
  await shopper.open();
  await shopper.introduce(person, words);
  await expect(shopper.said(words)).toBeVisible();
  return shopper;
}

async function opened(inbox: Inbox, person: Person): Promise<void> {
  await inbox.toMessages();
  await inbox.openThread(person.name);
}

const toast = (page: Page) => page.getByRole("status").filter({ has: page.locator("p") });
const button = (inbox: Inbox, name: string) =>
  inbox.header.getByRole("button", { name, exact: true });
const option = (inbox: Inbox, name: string) => inbox.page.getByRole("option", { name });

async function choose(inbox: Inbox, entry: string | RegExp): Promise<void> {
  await button(inbox, "More actions").click();
  await inbox.page.getByRole("menuitem", { name: entry }).click();
}

test("with the keyboard alone: resolve, the next opens, and Z brings it back", async ({
  scene,
}) => {
  const emeka = somebody("Emeka");
  const rosa = somebody("Rosa");
  await written(scene, emeka, "Where is the tracking page?");
  await written(scene, rosa, "Is the blue one back?");
  const maya = await scene.staff("Maya");
  await opened(maya, rosa);

  await maya.log.focus();
  await maya.page.keyboard.press("e");
  await expect(maya.page.getByRole("heading", { name: emeka.name })).toBeVisible();
  await expect(maya.row(rosa.name)).toHaveCount(0);
  await expect(maya.row(emeka.name)).toBeFocused();
  await expect(toast(maya.page)).toContainText(`${rosa.name} marked resolved`);

  await maya.page.keyboard.press("z");
  await expect(maya.page.getByRole("heading", { name: rosa.name })).toBeVisible();
  await expect(maya.row(rosa.name)).toBeVisible();
  await expect(maya.log).toContainText("You marked this resolved");
  await expect(maya.log).toContainText("You reopened this");
  await expect(button(maya, "Resolve")).toBeVisible();
});

test("a reply is sent and its conversation resolved in one go, and both are taken back step by step", async ({
  scene,
}) => {
  const [emeka, rosa, lin] = [somebody("Emeka"), somebody("Rosa"), somebody("Lin")];
  await written(scene, lin, "Just looking.");
  const emekas = await written(scene, emeka, "Where is the tracking page?");
  const rosas = await written(scene, rosa, "Is the blue one back?");
  const maya = await scene.staff("Maya");
  await opened(maya, rosa);

  await maya.composer.fill("It is, since Monday.");
  await maya.page.getByRole("button", { name: "More ways to send" }).click();
  await expectAccessible(maya.page);
  await maya.page.getByRole("menuitem", { name: "Send and resolve" }).click();
  await expect(rosas.said("It is, since Monday.")).toBeVisible();
  await expect(maya.page.getByRole("heading", { name: emeka.name })).toBeVisible();
  await expect(maya.row(rosa.name)).toHaveCount(0);

  await maya.composer.fill("In the mail we sent you.");
  await maya.composer.press("Control+Shift+Enter");
  await expect(emekas.said("In the mail we sent you.")).toBeVisible();
  await expect(maya.page.getByRole("heading", { name: lin.name })).toBeVisible();
  await expect(maya.row(emeka.name)).toHaveCount(0);

  await maya.log.focus();
  await maya.page.keyboard.press("z");
  await expect(maya.page.getByRole("heading", { name: emeka.name })).toBeVisible();
  await expect(maya.log).toContainText("You reopened this");
  await maya.log.focus();
  await maya.page.keyboard.press("z");
  await expect(maya.page.getByRole("heading", { name: rosa.name })).toBeVisible();
  await expect(maya.row(rosa.name)).toBeVisible();
});

test("taken back, a resolved conversation is where it was being read", async ({ scene }) => {
  const lars = somebody("Lars");
  const shopper = await written(scene, lars, `Once upon a time${"\n…".repeat(60)}`);
  await shopper.say(`there was a cup${"\n…".repeat(60)}`);
  await shopper.say(`and a saucer${"\n…".repeat(60)}`);
  const maya = await scene.staff("Maya");
  await opened(maya, lars);
  await expect(maya.said(/^Once upon a time/)).toBeInViewport();
  const middle = maya.said(/^there was a cup/);
  const place = async () => Math.round((await middle.boundingBox())?.y ?? Number.NaN);
  await middle.evaluate((one) => one.scrollIntoView({ block: "start" }));
  await expect(maya.said(/^Once upon a time/)).not.toBeInViewport();
  const before = await place();

  await maya.log.focus();
  await maya.page.keyboard.press("e");
  await expect(maya.page.getByRole("heading", { name: lars.name })).toHaveCount(0);
  await maya.page.keyboard.press("z");
  await expect(maya.page.getByRole("heading", { name: lars.name })).toBeVisible();
  await expect.poll(place).toBe(before);
});

test("a new message of the customer makes a resolved conversation unresolved", async ({
  scene,
}) => {
  const ines = somebody("Ines");
  const shopper = await written(scene, ines, "Thank you!");
  const maya = await scene.staff("Maya");
  await opened(maya, ines);
  await button(maya, "Resolve").click();
  await expect(maya.row(ines.name)).toHaveCount(0);

  await shopper.say("One more thing.");
  await expect(maya.row(ines.name)).toBeVisible();
  await maya.openThread(ines.name);
  await expect(maya.log).toContainText(/Reopened by a new message from Ines/);
});

test("assigned to a colleague, it closes for everybody else at once, and nothing of it stays", async ({
  scene,
}) => {
  const yuki = somebody("Yuki");
  await written(scene, yuki, "The mug is chipped.");
  const [maya, jonas, priya] = await Promise.all([
    scene.staff("Maya"),
    scene.staff("Jonas"),
    scene.staff("Priya"),
  ]);
  await Promise.all([opened(maya, yuki), opened(jonas, yuki), opened(priya, yuki)]);
  await priya.composer.fill("I will send you");

  await maya.page.keyboard.press("F6");
  await button(maya, "Assign").click();
  await maya.page.getByRole("combobox", { name: "Assign to" }).fill("jon");
  await expect(
    maya.page.getByText("Only Jonas will see this conversation and be notified."),
  ).toBeVisible();
  await maya.page.keyboard.press("Enter");

  await expect(maya.page.getByText("This conversation is now with Jonas.")).toBeVisible();
  await expect(priya.page.getByText("It was assigned to somebody else, or erased.")).toBeVisible();
  for (const inbox of [maya, priya]) {
    await expect(inbox.page.getByText(yuki.name)).toHaveCount(0);
    await expect(inbox.said("The mug is chipped.")).toHaveCount(0);
  }
  await expect(jonas.log).toContainText("Maya assigned this to you");
  await expect(jonas.row(yuki.name)).toBeVisible();

  // There is a way on.
  await priya.page.getByRole("button", { name: "Next conversation" }).click();
  await expect(priya.log).toBeVisible();

  // And back: Jonas returns it with a key.
  await jonas.log.focus();
  await jonas.page.keyboard.press("Shift+A");
  await expect(jonas.log).toContainText("You returned this to unassigned");
  await expect(priya.row(yuki.name)).toBeVisible();
});

test("two take the same conversation at once: one has it, the other is told who", async ({
  scene,
}) => {
  const omar = somebody("Omar");
  await written(scene, omar, "Can I change the address?");
  const [priya, tomasz] = await Promise.all([scene.staff("Priya"), scene.staff("Tomasz")]);
  await Promise.all([opened(priya, omar), opened(tomasz, omar)]);

  // Both requests are on their way before either arrives.
  let waiting = 0;
  let go = () => {};
  const both = new Promise<void>((resolve) => {
    go = resolve;
  });
  for (const { page } of [priya, tomasz]) {
    await page.route("**/assignee", async (route) => {
      waiting += 1;
      if (waiting === 2) go();
      await both;
      await route.continue();
    });
  }
  for (const inbox of [priya, tomasz]) {
    await inbox.log.focus();
    await inbox.page.keyboard.press("a");
    // Who may only take it is offered nobody else.
    await expect(inbox.page.getByRole("option")).toHaveCount(1);
  }
  await Promise.all([priya, tomasz].map(({ page }) => page.keyboard.press("Enter")));

  const told = async (inbox: Inbox) =>
    (await inbox.page.getByRole("status").allTextContents()).join(" ");
  await expect
    .poll(async () => [await told(priya), await told(tomasz)].join(" | "))
    .toMatch(/Assigned to you/);
  const [winner, loser, name] = (await told(priya)).includes("Assigned to you")
    ? [priya, tomasz, "Priya"]
    : [tomasz, priya, "Tomasz"];
  await expect(winner.log).toContainText("You took this");
  await expect(
    loser.page.getByText(`${name} took this conversation just before you`),
  ).toBeVisible();
  await expect(loser.page.getByText(`This conversation is now with ${name}.`)).toBeVisible();
  await expect(loser.row(omar.name)).toHaveCount(0);
});

test("labels are made, ticked and seen by everybody", async ({ scene }) => {
  const hannah = somebody("Hannah");
  await written(scene, hannah, "Do you sell to shops?");
  const [maya, priya] = await Promise.all([scene.staff("Maya"), scene.staff("Priya")]);
  await Promise.all([opened(maya, hannah), opened(priya, hannah)]);

  await maya.log.focus();
  await maya.page.keyboard.press("l");
  await maya.page.keyboard.type("Wholesale");
  await maya.page.keyboard.press("Enter");
  await expect(option(maya, "Wholesale")).toHaveAttribute("aria-selected", "true");
  await maya.page.keyboard.press("Escape");
  await expect(maya.row(hannah.name)).toContainText("Wholesale");
  await expect(priya.row(hannah.name)).toContainText("Wholesale");
  await expect(priya.header).toContainText("Wholesale");

  await priya.log.focus();
  await priya.page.keyboard.press("l");
  await option(priya, "Wholesale").click();
  await expect(maya.row(hannah.name)).not.toContainText("Wholesale");
});

test("marked unread, it waits in the list until it is opened again", async ({ scene }) => {
  const clara = somebody("Clara");
  await written(scene, clara, "Are the linens washed?");
  const maya = await scene.staff("Maya");
  await opened(maya, clara);
  await expect(maya.unread(clara.name)).toHaveCount(0);

  await maya.log.focus();
  await maya.page.keyboard.press("u");
  await expect(maya.unread(clara.name)).toBeVisible();
  await expect(maya.log).toHaveCount(0);
  await maya.page.reload();
  await expect(maya.unread(clara.name)).toBeVisible();

  await maya.openThread(clara.name);
  await expect(maya.unread(clara.name)).toHaveCount(0);
});

test("a copied link opens for who may see it, and tells a stranger nothing", async ({ scene }) => {
  const lukas = somebody("Lukas");
  await written(scene, lukas, "Is it on its way?");
  const maya = await scene.staff("Maya", { permissions: ["clipboard-read", "clipboard-write"] });
  const priya = await scene.staff("Priya");
  await opened(maya, lukas);
  await choose(maya, "Copy link");
  await expect(toast(maya.page)).toContainText("Link copied");
  const link = await maya.page.evaluate(() => navigator.clipboard.readText());

  await priya.page.goto(link);
  await expect(priya.page.getByRole("heading", { name: lukas.name })).toBeVisible();

  await button(maya, "Assign").click();
  await option(maya, "Maya Lindqvist").click();
  await expect(maya.log).toContainText("You took this");
  await priya.page.reload();
  await expect(priya.page.getByText("Nothing to see here")).toBeVisible();
  await expect(priya.page.getByText(lukas.name)).toHaveCount(0);
});

test("a transcript is downloaded as a page and as data, with and without notes", async ({
  scene,
}) => {
  const sofia = somebody("Sofia");
  await written(scene, sofia, "Do you deliver to the islands?");
  const maya = await scene.staff("Maya");
  await opened(maya, sofia);
  await maya.reply("We do.");
  await expect(maya.said("We do.")).toBeVisible();

  const download = async (format: "HTML" | "JSON", notes: boolean) => {
    await choose(maya, /^Export transcript/);
    const dialog = maya.page.getByRole("dialog", { name: "Export transcript" });
    await dialog.getByLabel(new RegExp(`^${format}`)).check();
    if (notes) await dialog.getByLabel("With notes and events").check();
    const coming = maya.page.waitForEvent("download");
    await dialog.getByRole("link", { name: "Download" }).click();
    const file = await coming;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
  };

  const page = await download("HTML", false);
  expect(page.name).toMatch(/^conversation-[0-9a-f]{8}-[0-9-]{10}\.html$/);
  expect(page.text).toContain("Do you deliver to the islands?");
  const data = await download("JSON", true);
  expect(data.name).toMatch(/\.json$/);
  expect(JSON.parse(data.text)).toMatchObject({
    customer: { email: sofia.email },
    notes: true,
    messages: [{ kind: "customer" }, { kind: "staff", text: "We do." }],
  });
});

test("on a phone, everything is in reach under the thumb", async ({ scene }) => {
  const noa = somebody("Noa");
  await written(scene, noa, "Hello?");
  const maya = await scene.staff("Maya", {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await opened(maya, noa);

  await choose(maya, "Assign");
  await option(maya, "Maya Lindqvist").click();
  await expect(toast(maya.page)).toContainText("Assigned to you");
  await toast(maya.page).getByRole("button", { name: "Dismiss" }).click();
  await button(maya, "Resolve").click();
  await expect(toast(maya.page)).toContainText(`${noa.name} marked resolved`);
  await toast(maya.page).getByRole("button", { name: "Undo" }).click();
  await expect(maya.page.getByRole("heading", { name: noa.name })).toBeVisible();
});
