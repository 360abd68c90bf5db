import { expect } from "@playwright/test";
import type { Inbox } from "../kit/inbox.ts";
import { somebody } from "../kit/person.ts";
import { personOf, test } from "../kit/test.ts";

test("a wrong password is said beside the field, and says nothing about the account", async ({
  demo,
  scene,
}) => {
  const visitor = await scene.visitor();
  await visitor.page.goto("/login");
  const password = visitor.page.getByRole("textbox", { name: "Password" });

  await visitor.page.getByRole("button", { name: "Log in" }).click();
  await expect(visitor.page.getByText("Write your e-mail.")).toBeVisible();
  await expect(visitor.page.getByText("Write your password.")).toBeVisible();
  await expect(visitor.page.getByRole("textbox", { name: "E-mail" })).toBeFocused();

  for (const email of [personOf(demo, "Jonas").email, somebody("Nobody").email]) {
    await logIn(visitor, email, "not the little bell");
    await expect(password).toHaveAccessibleDescription("E-mail or password is not right.");
    await expect(password).toHaveAttribute("aria-invalid", "true");
    await expect(password).toBeFocused();
  }
});

test("who tries too often is told when to try again", async ({ demo, scene }) => {
  const visitor = await scene.visitor();
  const { email } = somebody("Guesser");
  await visitor.page.goto("/login");
  let answer = 0;
  for (let tries = 0; tries < 15 && answer !== 429; tries += 1) {
    const asked = await visitor.page.request.post("/api/staff/session", {
      headers: { origin: demo.inbox },
      data: { email, password: `guess ${tries}` },
    });
    answer = asked.status();
  }

  await logIn(visitor, email, "one more guess");
  await expect(visitor.page.getByRole("alert")).toContainText("Too many attempts. Try again in");
});

test("log in with the keyboard, and arrive where one wanted to go", async ({ demo, scene }) => {
  const { email, password } = personOf(demo, "Priya");
  const visitor = await scene.visitor();
  const { page } = visitor;
  await page.goto("/inbox/messages?view=all");
  await expect(page).toHaveURL(/\/login\?next=/);

  await expect(page.getByRole("textbox", { name: "E-mail" })).toBeFocused();
  await page.keyboard.type(email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Show password" })).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page.getByRole("textbox", { name: "Password" })).toHaveValue(password);
  await expect(page.getByRole("textbox", { name: "Password" })).toHaveAttribute("type", "text");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Forgot it?" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");

  await expect(page).toHaveURL(/\/inbox\/messages\?view=all$/);
  await expect(visitor.rows.first()).toBeVisible();
  await page.goto("/login?next=https%3A%2F%2Felsewhere.example%2Finbox");
  await expect(page).toHaveURL(`${demo.inbox}/inbox`);
});

test("logging out in one tab ends the others, and keeps what was being written", async ({
  demo,
  scene,
}) => {
  const { email, password } = personOf(demo, "Priya");
  const visitor = await scene.visitor();
  await visitor.page.goto("/login");
  await logIn(visitor, email, password);
  await visitor.page.getByRole("link", { name: "View messages" }).click();
  await visitor.openThread("Café Marram");
  await visitor.composer.fill("Dear Marram,");
  const other = await visitor.page.context().newPage();
  await other.goto("/inbox");

  await other.getByRole("button", { name: /account$/i }).click();
  await other.getByRole("menuitem", { name: "Log out" }).click();
  await expect(other.getByRole("button", { name: "Log in" })).toBeVisible();
  await expect(visitor.page.getByText("You were logged out. Your drafts are kept.")).toBeVisible();

  await logIn(visitor, email, password);
  await expect(visitor.page.getByRole("heading", { name: "Café Marram" })).toBeVisible();
  await expect(visitor.composer).toHaveValue("Dear Marram,");
});

test("who forgot their password gets a link by mail, which works once", async ({ demo, scene }) => {
  const { email, password } = personOf(demo, "Jonas");
  const { page } = await scene.visitor();
  await page.goto("/login");
  await page.getByRole("link", { name: "Forgot it?" }).click();
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByRole("status")).toContainText(`If ${email} belongs to an account`);

  const mailbox = await page.context().newPage();
  await mailbox.goto(demo.mailbox);
  await mailbox
    .getByRole("button", { name: `To ${email}` })
    .filter({ hasText: "Choose a new password" })
    .first()
    .click();
  const link = mailbox.frameLocator("iframe").getByRole("link", { name: "Choose a new password" });
  const href = (await link.getAttribute("href")) ?? "";
  const opened = page.context().waitForEvent("page");
  await link.click();
  const chosen = await opened;

  await chosen.getByRole("textbox", { name: "New password" }).fill("too short");
  await chosen.getByRole("button", { name: "Save and log in" }).click();
  await expect(chosen.getByText("Use at least 12 characters.")).toBeVisible();
  await chosen.getByRole("textbox", { name: "New password" }).fill(password);
  await chosen.getByRole("button", { name: "Save and log in" }).click();
  await expect(chosen.getByRole("link", { name: "View messages" })).toBeVisible();
  expect(new URL(chosen.url()).hash).toBe("");

  await page.goto(href);
  await page.getByRole("textbox", { name: "New password" }).fill(password);
  await page.getByRole("button", { name: "Save and log in" }).click();
  await expect(
    page.getByRole("heading", { name: "This link does not work any more" }),
  ).toBeVisible();
});

async function logIn({ page }: Inbox, email: string, password: string): Promise<void> {
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
}
