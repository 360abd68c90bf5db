import { expect } from "@playwright/test";
import type { Inbox } from "../kit/inbox.ts";
import { type Person, somebody } from "../kit/person.ts";
import { type Scene, test } from "../kit/test.ts";

const COUNTED = ["All", "Unresolved", "Resolved", "Assigned to me", "Unassigned", "Blocked"];

/** A conversation that begins now. */
async function written(scene: Scene, person: Person, text: string): Promise<void> {
  const shopper = await scene.shopper();
  await shopper.page.goto("/products/tea-towels.html");
  await shopper.open();
  await shopper.introduce(person, text);
  await expect(shopper.fate(/^Sent/)).toBeVisible();
}

test("what is done with a conversation moves it through everybody's views, without a reload", async ({
  scene,
}) => {
  const noor = somebody("Noor");
  const [maya, priya, tomasz] = await Promise.all([
    scene.staff("Maya"),
    scene.staff("Priya"),
    scene.staff("Tomasz"),
  ]);
  await Promise.all([maya.toMessages(), priya.toMessages(), tomasz.toMessages()]);
  await written(scene, noor, "Can I come by and look at it?");
  await Promise.all(
    [maya, priya, tomasz].map((inbox) => expect(inbox.row(noor.name)).toBeVisible()),
  );
  await maya.openThread(noor.name);
  const priyas = await priya.counts(...COUNTED);
  const tomaszs = await tomasz.counts(...COUNTED);
  await maya.log.focus();
  const { keyboard } = maya.page;

  // Resolved, and open again.
  await keyboard.press("e");
  await expectCounts(tomasz, tomaszs, [0, -1, 1, 0, -1, 0]);
  await expect(tomasz.row(noor.name)).toBeHidden();
  await maya.toast.getByRole("button", { name: "Undo" }).click();
  await expectCounts(tomasz, tomaszs, [0, 0, 0, 0, 0, 0]);
  await expect(tomasz.row(noor.name)).toBeVisible();

  // Priya's, and nobody else's.
  await expect(maya.page.getByRole("heading", { name: noor.name })).toBeVisible();
  await maya.assign("Priya");
  await expectCounts(priya, priyas, [0, 0, 0, 1, -1, 0]);
  await expectCounts(tomasz, tomaszs, [-1, -1, 0, 0, -1, 0]);
  await expect(tomasz.row(noor.name)).toBeHidden();
  await expect(maya.row(noor.name)).toBeHidden();

  // Given back by her who has it.
  await priya.page.keyboard.press("Escape");
  await priya.openThread(noor.name);
  await priya.log.focus();
  await priya.page.keyboard.press("Shift+A");
  await expectCounts(tomasz, tomaszs, [0, 0, 0, 0, 0, 0]);

  // Blocked senders are in no other view than their own and All.
  await priya.page.getByRole("button", { name: "More actions" }).click();
  await priya.page.getByRole("menuitem", { name: "Block sender" }).click();
  await priya.page.getByRole("dialog").getByRole("button", { name: "Block" }).click();
  await expectCounts(tomasz, tomaszs, [0, -1, 0, 0, -1, 1]);
  await tomasz.viewEntry("Blocked").click();
  await expect(tomasz.page).toHaveURL(/view=blocked/);
  await expect(tomasz.row(noor.name)).toBeVisible();
});

/** The menu stays open while the numbers in it follow. */
async function expectCounts(
  inbox: Inbox,
  before: readonly number[],
  change: readonly number[],
): Promise<void> {
  const expected = before.map((count, index) => count + (change[index] ?? 0));
  await expect.poll(() => inbox.counts(...COUNTED)).toEqual(expected);
}

test("every view has its address, and the links to the messages lead to the last one", async ({
  scene,
}) => {
  const tomasz = await scene.staff("Tomasz");
  const { page } = tomasz;
  await tomasz.toMessages();
  await page.keyboard.press("v");
  await tomasz.viewEntry("Resolved").click();
  await expect(page).toHaveURL(/view=resolved/);
  await expect(tomasz.rows.first()).toBeVisible();
  await tomasz.rows.first().click();
  await expect(page).toHaveURL(/messages\/.+view=resolved/);

  await tomasz.toOverview();
  await page.getByRole("link", { name: "View messages" }).click();
  await expect(page).toHaveURL(/view=resolved/);
  await expect(tomasz.viewButton).toContainText("Resolved");

  // From the keyboard, with nothing but letters.
  await expect(tomasz.rows.first()).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("b");
  await expect(page).toHaveURL(/view=blocked/);
  await page.goBack();
  await expect(tomasz.viewButton).toContainText("Resolved");
});

test("an Inbox administrator reassigns what they may not read", async ({ scene }) => {
  const lea = somebody("Lea");
  const [jonas, priya, tomasz] = await Promise.all([
    scene.staff("Jonas"),
    scene.staff("Priya"),
    scene.staff("Tomasz"),
  ]);
  await written(scene, lea, "canary-pelican is my secret");
  await Promise.all([priya.toMessages(), tomasz.toMessages(), jonas.toMessages()]);
  await expect(priya.row(lea.name)).toBeVisible();
  await priya.openThread(lea.name);
  await priya.assign("Priya");
  await expect(jonas.row(lea.name)).toBeHidden();

  await jonas.viewButton.click();
  await jonas.viewEntry("Assigned to others").click();
  const others = jonas.page.getByRole("list", { name: /^Conversations assigned to others/ });
  const row = others.getByRole("listitem").filter({ hasText: lea.name });
  await expect(row).toContainText("Priya Nair");
  await expect(row).toContainText(lea.email);
  await expect(jonas.page.getByText("canary-pelican")).toHaveCount(0);

  await row.getByRole("button", { name: `Reassign the conversation with ${lea.name}` }).click();
  await jonas.chooseAssignee("Tomasz");
  await expect(row).toContainText("Tomasz");
  await expect(tomasz.row(lea.name)).toBeVisible();
  await expect(priya.row(lea.name)).toBeHidden();
  await jonas.toast.getByRole("button", { name: "Undo" }).click();
  await expect(row).toContainText("Priya Nair");

  // Whoever does not administer the inbox is not offered the list, and finds nothing at its address.
  await tomasz.viewButton.click();
  await expect(tomasz.viewEntry("Blocked")).toBeVisible();
  await expect(tomasz.viewEntry("Assigned to others")).toHaveCount(0);
  await tomasz.page.goto("/inbox/messages?view=others");
  await expect(tomasz.viewButton).toContainText("Unresolved");
});

test("a phone has the views in a row of chips", async ({ scene }) => {
  const maya = await scene.staff("Maya", {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await maya.toMessages();
  const chips = maya.page.getByRole("navigation", { name: "Filter conversations" });
  await expect(chips.getByRole("link", { name: /^Unresolved/ })).toHaveAttribute(
    "aria-current",
    "true",
  );
  await chips.getByRole("link", { name: /^Assigned to me/ }).tap();
  await expect(maya.page).toHaveURL(/view=mine/);
  await expect(chips.getByRole("link", { name: /^Assigned to me/ })).toBeInViewport({ ratio: 1 });
  await chips.getByRole("link", { name: "Blocked" }).tap();
  await expect(maya.page).toHaveURL(/view=blocked/);

  await maya.page.reload();
  await expect(chips.getByRole("link", { name: "Blocked" })).toBeInViewport({ ratio: 1 });
});
