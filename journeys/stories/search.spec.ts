import { randomBytes } from "node:crypto";
import { expect } from "@playwright/test";
import { expectAccessible } from "../kit/accessibility.ts";
import { watchMoving } from "../kit/animations.ts";
import type { Inbox } from "../kit/inbox.ts";
import { type Person, somebody } from "../kit/person.ts";
import { type Scene, test } from "../kit/test.ts";

const BIG_ANSWER = "28 seats by the harbour";

function hitsOf(inbox: Inbox) {
  return inbox.page.getByRole("list", { name: "Search results" }).getByRole("link");
}

function fieldOf(inbox: Inbox) {
  return inbox.page.getByRole("textbox", { name: "Search messages, people and orders" });
}

async function written(scene: Scene, person: Person, said: string): Promise<void> {
  const shopper = await scene.shopper();
  await shopper.page.goto("/products/tea-towels.html");
  await shopper.open();
  await shopper.introduce(person, said);
  await expect(shopper.fate(/^Sent/)).toBeVisible();
}

test("a word in an old message is found, and the thread opens there", async ({
  scene,
  recordsOf,
}) => {
  const word = `okapi${randomBytes(3).toString("hex")}`;
  const said = `Do you still make the cup with the ${word} on it?`;
  const uma = somebody("Uma");
  await written(scene, uma, said);
  const records = await recordsOf("Maya");
  const [conversation] = await records.conversations(uma.email);
  if (!conversation) throw new Error("Nobody wrote.");
  for (let turn = 1; turn <= 70; turn += 1) await records.reply(conversation.id, `Line ${turn}`);

  const maya = await scene.staff("Maya");
  const pointedOut = await watchMoving(maya.page, "found");
  await maya.toMessages();
  await maya.page.keyboard.press("/");
  await expect(fieldOf(maya)).toBeFocused();
  await maya.page.keyboard.type(word.slice(0, -1).toUpperCase());
  await expect(hitsOf(maya)).toHaveCount(1);
  await expect(hitsOf(maya).locator("mark")).toHaveText(word);
  await expect(maya.page).toHaveURL(/q=OKAPI/);
  await expectAccessible(maya.page);

  await maya.page.keyboard.press("ArrowDown");
  await maya.page.keyboard.press("Enter");
  await expect(maya.page).toHaveURL(/at=1$/);
  await expect(maya.said(said)).toBeInViewport();
  await expect.poll(async () => (await pointedOut()).join()).toContain(word);
  await expect(maya.said("Line 70")).not.toBeInViewport();
  await expectAccessible(maya.page);
  await maya.page.reload();
  await expect(maya.said(said)).toBeInViewport();
  await expect(hitsOf(maya)).toHaveCount(1);
});

test("a colleague finds nothing of what somebody else has, also not what they had found before", async ({
  scene,
  recordsOf,
}) => {
  const word = `quagga${randomBytes(3).toString("hex")}`;
  const ugo = somebody("Ugo");
  await written(scene, ugo, `Is the ${word} back?`);
  const records = await recordsOf("Maya");
  const [conversation] = await records.conversations(ugo.email);
  if (!conversation) throw new Error("Nobody wrote.");
  const priya = await scene.staff("Priya");
  await priya.toMessages();
  await fieldOf(priya).fill(word);
  await expect(hitsOf(priya)).toHaveCount(1);

  await records.take(conversation.id);
  await expect(hitsOf(priya)).toHaveCount(0);
  for (const looked of [word, ugo.name, ugo.email]) {
    await fieldOf(priya).fill(looked);
    await expect(priya.page.getByText(`Nothing found for “${looked}”.`)).toBeVisible();
  }
  await expectAccessible(priya.page);
  await records.giveBack(conversation.id);
  await priya.page.reload();
  await expect(hitsOf(priya).first()).toContainText(ugo.name);

  await fieldOf(priya).press("Escape");
  await expect(fieldOf(priya)).toHaveValue("");
  await expect(priya.list).toBeVisible();
  await expect(priya.page).not.toHaveURL(/q=/);
});

test("people are found by name and by a part of their address, in whichever view one is", async ({
  scene,
}) => {
  const maya = await scene.staff("Maya");
  await maya.toMessages("all");
  await fieldOf(maya).fill("marram@ex");
  await expect(hitsOf(maya).first()).toContainText("Café Marram");
  await expect(hitsOf(maya).first().locator("mark")).toHaveText("marram@ex");
  await fieldOf(maya).fill("cafe marr");
  await expect(hitsOf(maya).first()).toContainText("Café Marram");

  // Another view looks for the same.
  await maya.viewButton.click();
  await maya.viewEntry("Blocked").click();
  await expect(maya.page).toHaveURL(/view=blocked&q=cafe/);
  await expect(fieldOf(maya)).toHaveValue("cafe marr");
  await expect(maya.page.getByText("Nothing found for “cafe marr”.")).toBeVisible();
  await maya.page.getByRole("link", { name: "Search all conversations" }).click();
  await expect(hitsOf(maya).first()).toContainText("Café Marram");
});

test("a message two thousand back is found by its words in a row, and opens", async ({ scene }) => {
  const maya = await scene.staff("Maya");
  await maya.toMessages("all");
  await fieldOf(maya).fill(`"${BIG_ANSWER}"`);
  await expect(hitsOf(maya)).toHaveCount(1);
  await hitsOf(maya).click();
  await expect(maya.log.getByText(BIG_ANSWER)).toBeInViewport();
});

test("on a phone the way back from a conversation leads to what was found", async ({ scene }) => {
  const maya = await scene.staff("Maya", {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await maya.toMessages("all");
  await fieldOf(maya).fill("marram@ex");
  await hitsOf(maya).first().tap();
  await expect(maya.page.getByRole("heading", { name: "Café Marram" })).toBeVisible();

  await maya.page.getByRole("link", { name: "Back to conversations" }).tap();
  await expect(fieldOf(maya)).toHaveValue("marram@ex");
  await expect(hitsOf(maya).first()).toContainText("Café Marram");
});
