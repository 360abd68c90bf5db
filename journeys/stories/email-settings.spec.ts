import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../kit/accessibility.ts";
import { test } from "../kit/test.ts";

test("the owner tests the store's e-mail, and a mistake costs nothing", async ({ scene }) => {
  const owner = await scene.staff("Maya");
  const { page } = owner;
  await page.goto("/inbox");
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Settings" })
    .click();
  await page
    .getByRole("navigation", { name: "Settings" })
    .getByRole("link", { name: "E-mail" })
    .click();
  await expect(
    page.getByText("Mail leaves from chat@hearthlow.example, which this Shopbell came with."),
  ).toBeVisible();

  await page.getByRole("button", { name: "Send a test" }).click();
  await expect(page.getByText("Mail leaves and comes back.")).toBeVisible({ timeout: 60_000 });
  await expect(step(page, "See the mail to an address with + come back")).toContainText("Fine");
  await expectAccessible(page);

  await page.getByRole("textbox", { name: "E-mail address" }).fill("chat@gmail.com");
  await page.getByRole("textbox", { name: "E-mail address" }).blur();
  const outgoing = page.getByRole("region", { name: "Outgoing mail" });
  await expect(outgoing.getByRole("textbox", { name: "Server" })).toHaveValue("smtp.gmail.com");
  await page.getByRole("textbox", { name: "E-mail address" }).fill("chat@hearthlow.example");
  for (const name of ["Outgoing mail", "Incoming mail"]) {
    const server = page.getByRole("region", { name });
    await server.getByRole("textbox", { name: "Server" }).fill("localhost");
    await server.getByRole("textbox", { name: "Port" }).fill("1");
    await server.getByRole("combobox", { name: "Encryption" }).selectOption("None");
    await server.getByRole("textbox", { name: "User" }).fill("");
  }
  await page.getByRole("button", { name: "Save and send a test" }).click();
  await expect(
    page.getByText("This does not work yet. The first step that failed says what to do."),
  ).toBeVisible({ timeout: 60_000 });
  await expect(
    page.getByText("The server is there, but nothing listens at this port.").first(),
  ).toBeVisible();
  await expect(
    page.getByText("Until a test of it works, mail leaves from chat@hearthlow.example."),
  ).toBeVisible();
  await expectAccessible(page);
});

function step(page: Page, name: string) {
  return page.getByRole("listitem").filter({ hasText: name });
}
