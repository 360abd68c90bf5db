import { expect } from "@playwright/test";
import { expectAccessible } from "../kit/accessibility.ts";
import { somebody } from "../kit/person.ts";
import { type Scene, test } from "../kit/test.ts";

/** Somebody whose conversation is open at a member of staff, and their browser. */
async function openedAt(scene: Scene, name: "Maya" | "Priya") {
  const grace = somebody("Grace");
  const shopper = await scene.shopper();
  await shopper.page.goto("/care.html");
  await shopper.open();
  await shopper.introduce(grace, "Buy followers, cheap");
  await expect(shopper.said("Buy followers, cheap")).toBeVisible();
  const staff = await scene.staff(name);
  await staff.toMessages();
  await staff.openThread(grace.name);
  const { page } = staff;
  const choose = async (entry: string) => {
    await staff.header.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: entry }).click();
  };
  return { grace, shopper, staff, page, choose };
}

test("a sender is blocked from the thread's header, is told so calmly, and may write again", async ({
  scene,
}) => {
  const { grace, shopper, staff, page, choose } = await openedAt(scene, "Maya");
  const priya = await scene.staff("Priya");
  await priya.toMessages();
  await expect(priya.row(grace.name)).toBeVisible();
  const dialog = page.getByRole("dialog", { name: `Block ${grace.name}?` });

  // Asked first, and nothing happens to whoever thinks better of it.
  await choose("Block sender");
  await expect(dialog).toContainText("the chat says that it accepts no messages");
  await expect(dialog.getByRole("checkbox", { name: /network address/ })).not.toBeChecked();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(staff.row(grace.name)).toBeVisible();

  await choose("Block sender");
  await dialog.getByRole("button", { name: "Block", exact: true }).click();
  await expect(page.getByText("You blocked this sender. New messages are refused.")).toBeVisible();
  await expect(staff.log).toContainText("You blocked");
  await expect(staff.row(grace.name)).toContainText("Blocked");
  await expect(priya.row(grace.name)).toHaveCount(0);

  // The panel needs no reload to know, and what is open is not taken away from the shopper.
  await expect(shopper.panel.getByText("This chat does not accept messages.")).toBeVisible();
  await expect(shopper.composer).toHaveCount(0);
  await expect(shopper.said("Buy followers, cheap")).toBeVisible();
  await expectAccessible(shopper.page);

  await staff.viewButton.click();
  await staff.viewEntry("Blocked").click();
  await expect(staff.row(grace.name)).toContainText("Blocked");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Unblock", exact: true }).click();
  await expect(staff.toast).toContainText(`${grace.name} is unblocked`);
  await shopper.say("I am sorry");
  await expect(staff.said("I am sorry")).toBeVisible();
});

test("with the network address, newcomers from there are refused until it is lifted", async ({
  scene,
  records,
}) => {
  const { grace, page, choose } = await openedAt(scene, "Maya");
  const [conversation] = await records.conversations(grace.email);
  if (!conversation) throw new Error("Nobody wrote.");
  const again = await scene.shopper();
  await again.page.goto("/care.html");
  await again.open();

  // All journeys come from one address: it is free again whatever happens.
  try {
    await choose("Block sender");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("checkbox", { name: /network address/ }).check();
    await dialog.getByRole("button", { name: "Block", exact: true }).click();
    await expect(page.getByText("You blocked this sender.")).toBeVisible();

    await again.introduce(somebody("Grace"), "Me again");
    await expect(again.panel.getByText("This chat does not accept messages.")).toBeVisible();
    await expectAccessible(again.page);
  } finally {
    await records.unblock(conversation.id);
  }
  const ida = await scene.shopper();
  await ida.page.goto("/care.html");
  await ida.open();
  await ida.introduce(somebody("Ida"), "Good morning");
  await expect(ida.fate(/^Sent/)).toBeVisible();
});
