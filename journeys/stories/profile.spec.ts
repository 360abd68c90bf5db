import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectContrast } from "../kit/accessibility.ts";
import type { Inbox } from "../kit/inbox.ts";
import { expectNoSidewaysScrolling } from "../kit/layout.ts";
import { type Person, somebody } from "../kit/person.ts";
import { type Scene, test } from "../kit/test.ts";

const WIDE = { viewport: { width: 1440, height: 900 } };

test("a typed address shows who it may be and nothing else, until somebody links them by hand", async ({
  scene,
}) => {
  const tell = await aSystem(scene);
  const person = await whoWrote(scene, "Ida");
  const id = `c-${crypto.randomUUID()}`;
  await tell(`customers/${id}`, {
    name: `${person.name} of the shop`,
    email: person.email,
    marketing: "subscribed",
    registeredAt: "2024-03-04T10:15:00Z",
    changedAt: "2026-11-01T09:00:00Z",
  });
  await tell(`orders/${id}`, anOrder(id, "#7001", 16800));

  const maya = await atThread(scene, "Maya", person);
  const profile = profileOf(maya.page);
  await expect(profile.getByText(person.email)).toHaveCount(2);
  await expect(profile.getByText("Not verified", { exact: true })).toBeVisible();
  const matches = profile.getByRole("region", { name: "Possible matches" });
  await expect(matches.getByText(`${person.name} of the shop`)).toBeVisible();
  await expect(profile.getByText("#7001")).toHaveCount(0);
  await expect(profile.getByText("Orders are shown once it is known")).toBeVisible();
  await expectAccessible(maya.page);

  await matches.getByRole("button", { name: /^Link to/ }).click();
  await expect(matches).toBeHidden();
  await expect(profile.getByText("Subscribed", { exact: true })).toBeVisible();
  await expect(profile.getByText("Created 4 Mar 2024")).toBeVisible();
  const orders = profile.getByRole("region", { name: /^Orders/ });
  await expect(orders.getByText("#7001", { exact: true }).first()).toBeVisible();
  await expect(orders.getByText("€168.00 in total")).toBeVisible();

  await tell(`orders/${id}-2`, anOrder(id, "#7002", 7600));
  await expect(orders.getByText("#7002", { exact: true }).first()).toBeVisible();
  await orders.getByRole("button", { name: /^2 items.*#7002/ }).click();
  await expect(orders.getByText("Linen napkin").first()).toBeVisible();
  await expectContrast(maya.page);

  await profile.getByRole("button", { name: "Unlink" }).click();
  await expect(matches).toBeVisible();
  await expect(profile.getByText("#7001")).toHaveCount(0);
});

test("staff notes are kept as they are typed, and of two who type at once nobody's words are lost", async ({
  scene,
}) => {
  const person = await whoWrote(scene, "Nora");
  const maya = await atThread(scene, "Maya", person);
  const jonas = await atThread(scene, "Jonas", person);
  const mayas = profileOf(maya.page);
  const jonass = profileOf(jonas.page);

  await mayas.getByRole("button", { name: "Add a note" }).click();
  const note = mayas.getByRole("textbox", { name: "Note 1" });
  await expect(note).toBeFocused();
  await note.pressSequentially("Gift buyer.");
  const same = jonass.getByRole("textbox", { name: "Note 1" });
  await expect(same).toHaveValue("Gift buyer.");

  await jonas.page.context().setOffline(true);
  await same.fill("Gift buyer. No logo.");
  await note.fill("Gift buyer. Plain paper.");
  await expect(mayas.getByText(/Saving|Not saved/)).toBeHidden();
  await jonas.page.context().setOffline(false);
  await expect(jonass.getByText("Maya Lindqvist changed this note meanwhile:")).toBeVisible();
  await expect(jonass.getByRole("blockquote")).toHaveText("Gift buyer. Plain paper.");
  await expect(same).toHaveValue("Gift buyer. No logo.");
  await jonass.getByRole("button", { name: "Keep mine" }).click();
  await expect(note).toHaveValue("Gift buyer. No logo.");

  await mayas.getByRole("button", { name: /^Remove note/ }).click();
  await expect(jonass.getByText("No notes yet.")).toBeVisible();
});

test("the profile opens by name and by key, beside the thread, over it, and as a page", async ({
  scene,
}) => {
  const person = await whoWrote(scene, "Piet");
  const maya = await atThread(scene, "Maya", person);
  const { page } = maya;
  const profile = profileOf(page);
  const name = page.getByRole("heading", { name: person.name }).getByRole("button");
  await expect(profile).toBeVisible();
  await expect(name).toHaveAttribute("aria-expanded", "true");
  await name.click();
  await expect(profile).toBeHidden();
  await page.reload();
  await expect(name).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("i");
  await expect(profile).toBeVisible();

  await page.setViewportSize({ width: 1100, height: 800 });
  await expect(profile).toBeHidden();
  await name.click();
  await expect(profile).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(profile).toBeHidden();
  await expect(name).toBeFocused();

  await page.setViewportSize({ width: 390, height: 844 });
  await name.click();
  await expect(profile).toBeVisible();
  await expect(maya.composer).toBeHidden();
  await expectNoSidewaysScrolling(page);
  await expectAccessible(page);
  await page.goBack();
  await expect(profile).toBeHidden();
  await expect(maya.composer).toBeVisible();
});

test("whose conversation is assigned to somebody else has no profile", async ({ scene }) => {
  const person = await whoWrote(scene, "Saga");
  const maya = await atThread(scene, "Maya", person);
  const priya = await atThread(scene, "Priya", person);
  await expect(profileOf(priya.page)).toBeVisible();
  const path = new URL(priya.page.url()).pathname.replace("/inbox/messages/", "");
  const { stores } = await (await priya.page.request.get("/api/staff/me")).json();
  const profile = `/api/staff/stores/${stores[0].id}/conversations/${path}/profile`;
  expect((await priya.page.request.get(profile)).status()).toBe(200);

  await maya.assign("Maya");
  await expect(profileOf(priya.page)).toBeHidden();
  expect((await priya.page.request.get(profile)).status()).toBe(404);
});

function profileOf(page: Page) {
  return page.getByRole("complementary", { name: "Customer profile" });
}

async function whoWrote(scene: Scene, name: string): Promise<Person> {
  const person = somebody(name);
  const shopper = await scene.shopper();
  await shopper.page.goto("/care.html");
  await shopper.open();
  await shopper.introduce(person, "When do you ship?");
  await expect(shopper.fate(/^Sent /)).toBeVisible();
  return person;
}

/** The store's own system: what it tells by its API key. */
async function aSystem(scene: Scene): Promise<(what: string, body: object) => Promise<void>> {
  const { page } = await scene.staff("Maya");
  await page.goto("/inbox");
  const secret = await page.evaluate(async (id) => {
    const { stores } = await (await fetch("/api/staff/me")).json();
    const made = await fetch(`/api/staff/stores/${stores[0].id}/api-keys/${id}`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name: `Shop ${id}`, scopes: ["write_customers", "write_orders"] }),
    });
    return (await made.json()).secret;
  }, crypto.randomUUID());
  return async (what, body) => {
    const answer = await page.request.put(`/api/v1/${what}`, {
      headers: { authorization: `Bearer ${secret}` },
      data: body,
    });
    expect(answer.status(), await answer.text()).toBe(200);
  };
}

function anOrder(customerId: string, number: string, total: number) {
  return {
    number,
    customerId,
    placedAt: `2026-11-01T09:00:0${number.at(-1)}Z`,
    currency: "EUR",
    total,
    paymentStatus: "paid",
    fulfilmentStatus: "fulfilled",
    lines: [{ title: "Linen napkin", quantity: 2, price: total / 2 }],
    changedAt: "2026-11-01T09:00:00Z",
  };
}

async function atThread(
  scene: Scene,
  name: "Maya" | "Jonas" | "Priya",
  person: Person,
): Promise<Inbox> {
  const inbox = await scene.staff(name, WIDE);
  await inbox.toMessages();
  await inbox.openThread(person.name);
  return inbox;
}
