import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../kit/accessibility.ts";
import type { Inbox } from "../kit/inbox.ts";
import { somebody } from "../kit/person.ts";
import { personOf, test } from "../kit/test.ts";

const PASSWORD = "seven lanterns on the pier";

test("the owner invites somebody, who answers a shopper, until their place is deactivated", async ({
  demo,
  scene,
}) => {
  const elif = somebody("Elif");
  const owner = await scene.staff("Maya");
  await owner.page.goto("/inbox");
  await owner.page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Settings" })
    .click();
  await owner.page
    .getByRole("navigation", { name: "Settings" })
    .getByRole("link", { name: "Staff and roles" })
    .click();
  await invite(owner.page, elif.email);

  const invited = await scene.visitor();
  await followTheMail(invited, demo.mailbox, elif.email);
  const { page } = invited;
  await expect(page.getByRole("heading", { name: /^Join the inbox of/ })).toBeVisible();
  expect(new URL(page.url()).hash).toBe("");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(page.getByText("Write your name.")).toBeVisible();
  await page.getByRole("textbox", { name: "Your name" }).fill(elif.name);
  await page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(page.getByRole("link", { name: "View messages" })).toBeVisible();
  await expect(invited.badge).toHaveCount(0);

  const shopper = await scene.shopper();
  const anna = somebody("Anna");
  await shopper.page.goto(demo.store);
  await shopper.open();
  await shopper.introduce(anna, "Is the kiln open on Sunday?");
  await expect(shopper.said("Is the kiln open on Sunday?")).toBeVisible();
  await expect(invited.badge).toHaveText("1");
  await invited.toMessages();
  await invited.openThread(anna.name);
  await invited.reply("It is, from ten.");
  await expect(shopper.said("It is, from ten.")).toBeVisible();
  await invited.composer.fill("And on Monday");

  // Whoever comes back to the page sees who has joined meanwhile.
  await owner.page.evaluate(() => window.dispatchEvent(new Event("focus")));
  // For a moment they are in both lists.
  const joined = owner.page.getByRole("row", { name: elif.email }).filter({ hasText: "Joined" });
  await expect(joined).toBeVisible();
  await deactivate(owner.page, elif.name);
  await expect(page.getByText("You were logged out. Your drafts are kept.")).toBeVisible();
  await expectAccessible(page);
  await expect(owner.page.getByRole("row", { name: elif.email })).toContainText("Deactivated");

  await page.getByRole("textbox", { name: "E-mail" }).fill(elif.email);
  await page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByRole("heading", { name: "No store to open" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Log out" }).click();
  await expect(page.getByRole("heading", { name: "Log in to Shopbell" })).toBeVisible();
});

test("a link is over once it was used, withdrawn or declined", async ({ demo, scene }) => {
  const owner = await scene.staff("Maya");
  await owner.page.goto("/inbox/settings/staff");
  const nobody = somebody("Nobody");
  await invite(owner.page, nobody.email);
  const first = await linkInTheMail(owner.page, demo.mailbox, nobody.email);

  const row = owner.page.getByRole("row", { name: nobody.email });
  await row.getByRole("button", { name: "Copy link" }).click();
  const copied = owner.page.getByRole("textbox", { name: "Link" });
  await expect(copied).toHaveValue(/\/invitation#[\w-]{43}$/);
  const second = await copied.inputValue();
  await expectAccessible(owner.page);
  await owner.page.keyboard.press("Escape");

  const visitor = await scene.visitor();
  await expectOver(visitor.page, first);
  await open(visitor.page, second);
  await visitor.page.getByRole("button", { name: "Decline" }).click();
  await expect(visitor.page.getByRole("heading", { name: "Declined" })).toBeVisible();
  await expectOver(visitor.page, second);

  await owner.page.reload();
  await expect(row).toContainText("Declined");
  await row.getByRole("button", { name: /^More for/ }).click();
  await owner.page.getByRole("menuitem", { name: "Withdraw invitation" }).click();
  await expect(row).toHaveCount(0);
});

test("whoever is invited joins with the roles that were given last", async ({ demo, scene }) => {
  const owner = await scene.staff("Maya");
  const { page } = owner;
  const emil = somebody("Emil");
  await page.goto("/inbox/settings/staff");
  await invite(page, emil.email);
  const row = page.getByRole("row", { name: emil.email });
  await row.getByRole("button", { name: /change roles of/ }).click();
  const dialog = page.getByRole("dialog", { name: `Roles of ${emil.email}` });
  await dialog.getByRole("checkbox", { name: /^Inbox administrator/ }).check();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(row).toContainText("Inbox administrator");
  await expect(row).toContainText("Pending");

  const invited = await scene.visitor();
  await followTheMail(invited, demo.mailbox, emil.email);
  await invited.page.getByRole("textbox", { name: "Your name" }).fill(emil.name);
  await invited.page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await invited.page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(invited.page.getByRole("link", { name: "View messages" })).toBeVisible();
  await invited.page.goto("/inbox/settings/audit");
  await expect(invited.page.getByRole("list", { name: "Audit trail, newest first" })).toContainText(
    "changed the roles of an invitation",
  );
});

test("a role of the store's own is made, given and taken apart again", async ({ scene }) => {
  const owner = await scene.staff("Maya");
  const { page } = owner;
  await page.goto("/inbox/settings/staff");
  await page.getByRole("link", { name: /^Roles/ }).click();
  const name = `Team lead ${Date.now()}`;
  await page.getByRole("button", { name: "Add role" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Choose what the role allows.")).toBeVisible();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("checkbox", { name: "Staff management" }).check();
  await page.getByRole("checkbox", { name: "Conversation management" }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: name })).toBeVisible();
  await expect(page.getByRole("columnheader", { name })).toBeVisible();

  await page.getByRole("button", { name: `Delete ${name}` }).click();
  await page.getByRole("button", { name: "Delete role" }).click();
  await expect(page.getByRole("columnheader", { name })).toHaveCount(0);

  await page.getByRole("link", { name: "Audit trail" }).click();
  const trail = page.getByRole("list", { name: "Audit trail, newest first" });
  await expect(trail.getByRole("listitem").first()).toContainText("deleted a role");
  await expect(trail.getByRole("listitem").first()).toContainText(name);
});

test("one ends what one is logged in with elsewhere", async ({ demo, scene }) => {
  const here = await scene.staff("Priya");
  const there = await scene.visitor();
  const { email, password } = personOf(demo, "Priya");
  await there.page.goto("/login");
  await there.page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await there.page.getByRole("textbox", { name: "Password" }).fill(password);
  await there.page.getByRole("button", { name: "Log in" }).click();
  await expect(there.page.getByRole("link", { name: "View messages" })).toBeVisible();
  await here.page.goto("/inbox/settings/account");
  const sessions = here.page.getByRole("list", { name: "Where you are logged in" });
  await expect(sessions.getByText("This browser")).toHaveCount(1);
  expect(await sessions.getByRole("listitem").count()).toBeGreaterThan(1);
  await expectAccessible(here.page);

  await here.page.getByRole("textbox", { name: "Current password" }).fill("not mine at all");
  await here.page.getByRole("textbox", { name: "New password" }).fill(PASSWORD);
  await here.page.getByRole("button", { name: "Change password" }).click();
  await expect(here.page.getByText("This is not your current password.")).toBeVisible();

  await here.page.getByRole("button", { name: "Log out everywhere else" }).click();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await expect(there.page.getByText("You were logged out. Your drafts are kept.")).toBeVisible();
});

async function invite(page: Page, email: string): Promise<void> {
  await page.getByRole("button", { name: "Invite staff" }).click();
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByRole("row", { name: email })).toContainText("Pending");
}

async function deactivate(page: Page, name: string): Promise<void> {
  const row = page.getByRole("row", { name });
  await row.getByRole("button", { name: `More for ${name}` }).click();
  await page.getByRole("menuitem", { name: "Deactivate" }).click();
  await expect(page.getByRole("heading", { name: `Deactivate ${name}?` })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Deactivate" }).click();
}

/** As somebody does who reads the mail: what it leads to is what the tab shows. */
async function followTheMail(invited: Inbox, mailbox: string, email: string): Promise<void> {
  await open(invited.page, await linkInTheMail(invited.page, mailbox, email));
}

async function linkInTheMail(page: Page, mailbox: string, email: string): Promise<string> {
  const mails = await page.context().newPage();
  await mails.goto(mailbox);
  await mails
    .getByRole("button", { name: `To ${email}` })
    .first()
    .click();
  const link = mails.frameLocator("iframe").getByRole("link", { name: "Look at the invitation" });
  const href = (await link.getAttribute("href")) ?? "";
  await mails.close();
  return href;
}

/** Anew: a page that only gets another # is the same page. */
async function open(page: Page, link: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(link);
}

async function expectOver(page: Page, link: string): Promise<void> {
  await open(page, link);
  await expect(
    page.getByRole("heading", { name: "This link does not work any more" }),
  ).toBeVisible();
}
