import { expect } from "@playwright/test";
import { expectAccessible } from "../kit/accessibility.ts";
import { somebody } from "../kit/person.ts";
import { test } from "../kit/test.ts";
import type { Widget } from "../kit/widget.ts";

async function signIn({ page }: Widget): Promise<void> {
  await page.goto("/sign-in.html");
  await page.getByRole("button", { name: "Sign in as Omar Haddad" }).click();
  await expect(page.getByText("Signed in as Omar Haddad")).toBeVisible();
}

test("who wrote as nobody and then signs in reads what they wrote elsewhere above it, and so does whoever of the staff may", async ({
  scene,
  recordsOf,
}) => {
  const priyas = await recordsOf("Priya");
  const visitor = somebody("Visitor");
  const before = `Can the address be changed, ${visitor.name}?`;
  const now = `Written on my phone, ${visitor.name}.`;
  const [laptop, phone] = await Promise.all([
    scene.shopper(),
    scene.shopper({ viewport: { width: 390, height: 844 } }),
  ]);

  await signIn(laptop);
  await laptop.open();
  await laptop.panel.getByRole("button", { name: /You: / }).click();
  await laptop.say(before);
  await expect(laptop.fate(/^Sent /)).toBeVisible();
  const [older] = await priyas.conversations("omar@example.com");
  await priyas.take(older?.id ?? "");

  await phone.page.goto("/care.html");
  await phone.open();
  await phone.introduce(visitor, now);
  await expect(phone.fate(/^Sent /)).toBeVisible();
  await expect(phone.log.getByText(/Earlier conversation/)).toHaveCount(0);
  await phone.close();
  await signIn(phone);
  await phone.open();
  await phone.panel.getByRole("button", { name: /You: / }).click();

  const earlier = phone.log.getByRole("region", { name: "Earlier conversation, Today" });
  await expect(phone.said(now)).toBeInViewport();
  await expect(earlier.getByText(before)).toBeVisible();
  await expect(phone.log.getByText(/^Sent /)).toHaveCount(1);
  await expectAccessible(phone.page);
  // What was open elsewhere goes on in the newer one, too.
  await expect(laptop.said(now)).toBeVisible();
  await expect(
    laptop.log.getByRole("region", { name: /^Earlier/ }).getByText(before),
  ).toBeVisible();

  const [priya, jonas, tomasz] = await Promise.all([
    scene.staff("Priya"),
    scene.staff("Jonas"),
    scene.staff("Tomasz"),
  ]);
  const heard = [
    [jonas, "Earlier conversation, Today. It is assigned to Priya Nair and not yours to read."],
    [tomasz, "There was an earlier conversation. It is not yours to read."],
  ] as const;
  for (const [stranger, words] of heard) {
    await stranger.toMessages();
    await stranger.openThread("Omar Haddad");
    await expect(stranger.said(now)).toBeVisible();
    await expect(stranger.log.getByText(words)).toBeVisible();
    await expect(stranger.said(before)).toHaveCount(0);
    await expectAccessible(stranger.page);
  }

  await priya.toMessages();
  await priya.openThread("Omar Haddad");
  await expect(priya.said(now)).toBeInViewport();
  await expect(priya.said(before)).toBeVisible();
  await expect(priya.log.getByText("Earlier conversation, Today")).toBeVisible();
  await expectAccessible(priya.page);
  await priya.log.getByRole("link", { name: "Open it" }).click();
  await expect(priya.page).toHaveURL(new RegExp(`/inbox/messages/${older?.id}`));
  await expect(priya.said(before)).toBeVisible();
  await expect(priya.composer).toHaveCount(0);
  await expectAccessible(priya.page);
  await priya.page.getByRole("link", { name: "Omar's newer conversation" }).click();
  await expect(priya.said(now)).toBeVisible();
  await expect(priya.composer).toBeVisible();

  // Given back, it is anybody's to read again.
  await priyas.giveBack(older?.id ?? "");
  await tomasz.page.reload();
  await expect(tomasz.said(before)).toBeVisible();
});
