import { expect } from "@playwright/test";
import { expectAccessible } from "../kit/accessibility.ts";
import { somebody } from "../kit/person.ts";
import { type Scene, test } from "../kit/test.ts";

/** As many conversations, the last one on top of the list. */
async function people(scene: Scene, ...firstNames: readonly string[]) {
  const all = firstNames.map(somebody);
  for (const person of all) {
    const shopper = await scene.shopper();
    await shopper.page.goto("/care.html");
    await shopper.open();
    await shopper.introduce(person, "Does it chip easily?");
    await expect(shopper.fate(/^Sent/)).toBeVisible();
    await shopper.page.close();
  }
  return all.map(({ name }) => name);
}

test("many conversations are resolved together, and it is taken back", async ({ scene }) => {
  const [ida = "", jan = "", kim = ""] = await people(scene, "Ida", "Jan", "Kim");
  const [maya, tomasz] = await Promise.all([scene.staff("Maya"), scene.staff("Tomasz")]);
  const { page } = maya;
  await Promise.all([maya.toMessages(), tomasz.toMessages()]);
  await expect(tomasz.row(ida)).toBeVisible();

  // One by its box, and everything up to another with the Shift key.
  await maya.row(kim).hover();
  await page.getByRole("checkbox", { name: `Select ${kim}` }).check();
  await maya.row(ida).click({ modifiers: ["Shift"] });
  const bar = page.getByRole("toolbar", { name: "Selected conversations" });
  await expect(bar).toContainText("3 selected");
  await expect(page).toHaveURL(/\/messages$/);
  await bar.getByRole("button", { name: "Resolve" }).click();

  await expect(maya.toast).toContainText("3 resolved.");
  await expect(bar).toBeHidden();
  for (const name of [ida, jan, kim]) await expect(tomasz.row(name)).toBeHidden();

  await maya.toast.getByRole("button", { name: "Undo" }).click();
  await expect(maya.toast).toContainText("3 as before.");
  for (const name of [ida, jan, kim]) await expect(tomasz.row(name)).toBeVisible();
});

test("several are labelled and assigned together, and taken back", async ({ scene }) => {
  const [eva = "", fay = ""] = await people(scene, "Eva", "Fay");
  const [maya, tomasz, priya] = await Promise.all([
    scene.staff("Maya"),
    scene.staff("Tomasz"),
    scene.staff("Priya"),
  ]);
  const { page } = maya;
  await Promise.all([maya.toMessages(), tomasz.toMessages(), priya.toMessages()]);
  const bar = page.getByRole("toolbar", { name: "Selected conversations" });
  const select = async () => {
    await maya.row(fay).hover();
    await page.getByRole("checkbox", { name: `Select ${fay}` }).check();
    await maya.row(eva).click({ modifiers: ["Shift"] });
    await expect(bar).toContainText("2 selected");
  };

  await select();
  const label = `Trade ${eva.slice(-6)}`;
  await bar.getByRole("button", { name: "Labels" }).click();
  await page.keyboard.type(label);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("option", { name: label })).toHaveAttribute("aria-selected", "true");
  await expectAccessible(page);
  for (const name of [eva, fay]) await expect(tomasz.row(name)).toContainText(label);
  await page.keyboard.press("Escape");

  await bar.getByRole("button", { name: "Assign" }).click();
  await maya.chooseAssignee("Priya");
  await expect(maya.toast).toContainText("2 assigned.");
  for (const name of [eva, fay]) {
    await expect(tomasz.row(name)).toBeHidden();
    await expect(priya.row(name)).toBeVisible();
  }
  await maya.toast.getByRole("button", { name: "Undo" }).click();
  await expect(maya.toast).toContainText("2 as before.");
  for (const name of [eva, fay]) await expect(tomasz.row(name)).toContainText(label);
});

test("what was unread is so again when resolving many is taken back", async ({ scene }) => {
  const [gil = "", han = ""] = await people(scene, "Gil", "Han");
  const priya = await scene.staff("Priya");
  const { page } = priya;
  await priya.toMessages();
  await priya.openThread(gil);
  await expect(priya.unread(gil)).toBeHidden();
  await expect(priya.unread(han)).toBeVisible();

  await priya.row(han).hover();
  await page.getByRole("checkbox", { name: `Select ${han}` }).check();
  await priya.row(gil).click({ modifiers: ["Shift"] });
  await page
    .getByRole("toolbar", { name: "Selected conversations" })
    .getByRole("button", { name: "Resolve" })
    .click();
  await expect(priya.toast).toContainText("2 resolved.");
  await priya.toast.getByRole("button", { name: "Undo" }).click();
  await expect(priya.toast).toContainText("2 as before.");

  await expect(priya.unread(han)).toBeVisible();
  await expect(priya.row(gil)).toBeVisible();
  await expect(priya.unread(gil)).toBeHidden();
});

test("conversations are chosen with the keyboard alone", async ({ scene }) => {
  const [lis = "", moe = ""] = await people(scene, "Lis", "Moe");
  const maya = await scene.staff("Maya");
  const { keyboard } = maya.page;
  await maya.toMessages();
  await expect(maya.rows.first()).toContainText(moe);

  await keyboard.press("j");
  await expect(maya.rows.nth(0)).toBeFocused();
  await keyboard.press("x");
  await keyboard.press("ArrowDown");
  await expect(maya.rows.nth(1)).toBeFocused();
  await keyboard.press("x");
  const bar = maya.page.getByRole("toolbar", { name: "Selected conversations" });
  await expect(bar).toContainText("2 selected");
  await expect(maya.page.getByRole("checkbox", { name: `Select ${lis}` })).toBeChecked();

  await keyboard.press("Escape");
  await expect(bar).toBeHidden();
  await expect(maya.rows.nth(1)).toBeFocused();
});

test("on a phone a long press begins, and taps go on", async ({ scene }) => {
  const [nia = "", ole = ""] = await people(scene, "Nia", "Ole");
  const viewport = { width: 390, height: 844 };
  const maya = await scene.staff("Maya", { viewport, hasTouch: true, isMobile: true });
  await maya.toMessages();
  await expect(maya.row(ole)).toBeVisible();

  const box = await maya.row(ole).boundingBox();
  const point = { x: (box?.x ?? 0) + 150, y: (box?.y ?? 0) + 20 };
  const finger = await maya.page.context().newCDPSession(maya.page);
  await finger.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [point] });
  const bar = maya.page.getByRole("toolbar", { name: "Selected conversations" });
  await expect(bar).toContainText("1 selected");
  await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await maya.row(nia).tap();
  await expect(bar).toContainText("2 selected");
  await expect(maya.page).toHaveURL(/\/messages$/);

  await bar.getByRole("button", { name: "Mark read" }).tap();
  await expect(maya.toast).toContainText("2 marked read.");
  await expect(maya.unread(nia)).toBeHidden();
  await maya.row(nia).tap();
  await expect(maya.page.getByRole("heading", { name: nia })).toBeVisible();
});
