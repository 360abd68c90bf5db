import { type BrowserContext, expect, type Page } from "@playwright/test";
import { somebody } from "../kit/person.ts";
import { type Scene, test } from "../kit/test.ts";

const SETTINGS = "/inbox/settings/notifications";

/** Told by the browser, whatever the machine allows. */
async function allowed(scene: Scene, name: "Tomasz" | "Jonas") {
  const inbox = await scene.staff(name);
  await inbox.page.context().grantPermissions(["notifications"]);
  return inbox;
}

test.afterEach(async ({ recordsOf }) => {
  // The demo is one store for all journeys.
  for (const name of ["Tomasz", "Jonas"] as const) await (await recordsOf(name)).beToldAsAtFirst();
});

test("each person chooses how they are told, and it is kept", async ({ scene }) => {
  const { page } = await scene.staff("Tomasz");
  await page.goto(SETTINGS);
  const region = page.getByRole("region", { name: "Staff notifications" });
  const mails = region.getByRole("switch", { name: "Inbox notifications" });
  await expect(mails).toBeChecked();
  await expect(region.getByRole("switch", { name: "Browser notifications" })).not.toBeChecked();
  await expect(page.getByText("This browser does not allow notifications yet")).toBeVisible();

  await mails.focus();
  await page.keyboard.press("Space");
  await page.getByRole("switch", { name: "Quiet hours" }).check();
  await page.getByLabel("From", { exact: true }).fill("21:30");
  await page.getByLabel("Sound", { exact: true }).selectOption("Bell");
  const heard = page.getByRole("checkbox", { name: "Assigned to me: Sound", exact: true });
  await heard.uncheck();
  await page.getByRole("button", { name: "Play" }).click();
  await expect(page.getByText("This browser did not play it.")).toBeHidden();
  await expect(page.getByRole("status").getByText("Saved.")).toBeVisible();
  await expect(page.getByText("every day, Europe/Warsaw")).toBeVisible();

  await expect(async () => {
    await page.reload();
    await expect(mails).not.toBeChecked();
    await expect(page.getByLabel("From", { exact: true })).toHaveValue("21:30");
    await expect(page.getByLabel("to", { exact: true })).toHaveValue("07:30");
    await expect(page.getByLabel("Sound", { exact: true })).toHaveValue("bell");
    await expect(heard).not.toBeChecked();
    await expect(page.getByRole("checkbox", { name: "Mentioned in a note: Sound" })).toBeChecked();
    await expect(
      page.getByRole("checkbox", { name: "Assigned to me: E-mail", exact: true }),
    ).toBeDisabled();
  }).toPass();

  await page.getByLabel("From", { exact: true }).fill("07:30");
  await expect(page.getByText("Quiet hours begin and end at different times.")).toBeVisible();
  await page.getByLabel("From", { exact: true }).fill("22:00");
  for (const width of [390, 768]) {
    await page.setViewportSize({ width, height: 844 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(overflow).toBe(false);
  }
});

test("the tab says on every page how many conversations are unread", async ({ scene }) => {
  const { page } = await scene.staff("Jonas");
  await page.goto(SETTINGS);
  const before = await unreadIn(page);

  await write(scene, "Is the tab awake?");

  await expect.poll(() => unreadIn(page)).toBeGreaterThan(before);
  await expect(page.locator("link[rel=icon]")).toHaveAttribute("href", /unread/);
});

test("who looks at something else is told by the browser, and a click leads to the conversation", async ({
  scene,
}) => {
  const { page } = await allowed(scene, "Tomasz");
  await page.addInitScript(() => {
    document.hasFocus = () => false;
  });
  await page.goto(SETTINGS);
  await page.getByRole("switch", { name: "Browser notifications" }).check();
  await expect(page.getByRole("status").getByText(/Saved|only while/)).toBeVisible();
  await page.goto("/inbox");
  await expect(page.getByRole("link", { name: "View messages" })).toBeVisible();

  const anna = await write(scene, "Is anybody there?");

  await expect.poll(() => shown(page)).toContainEqual([anna, "Is anybody there?"]);
  await click(page.context(), anna);
  await expect(page).toHaveURL(/\/inbox\/messages\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { name: anna })).toBeVisible();
});

test("a push wakes the service worker, which says what it was told and nothing else", async ({
  scene,
  demo,
}) => {
  const { page } = await allowed(scene, "Jonas");
  await page.goto(SETTINGS);
  await page.getByRole("switch", { name: "Browser notifications" }).check();
  await expect(page.getByRole("status").getByText(/Saved|only while/)).toBeVisible();
  const devtools = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL.endsWith("/inbox/"));
      if (ours) resolve(ours.registrationId);
    });
  });
  await devtools.send("ServiceWorker.enable");
  const registrationId = await registered;
  const push = (data: string) =>
    devtools.send("ServiceWorker.deliverPushMessage", {
      origin: demo.inbox,
      registrationId,
      data,
    });

  const conversation = crypto.randomUUID();
  await push("no JSON");
  await push(JSON.stringify({ title: "Evil", body: "Elsewhere", conversation: "../../evil" }));
  await push(JSON.stringify({ title: "Anna", body: "Hello?", conversation }));

  await expect.poll(() => shown(page)).toEqual([["Anna", "Hello?"]]);
  await push(JSON.stringify({ title: "Anna", body: "2 new messages\nMalta?", conversation }));
  await expect.poll(() => shown(page)).toEqual([["Anna", "2 new messages\nMalta?"]]);
});

async function write(scene: Scene, text: string): Promise<string> {
  const person = somebody("Anna");
  const shopper = await scene.shopper();
  await shopper.page.goto("/");
  await shopper.open();
  await shopper.introduce(person, text);
  await expect(shopper.said(text)).toBeVisible();
  return person.name;
}

async function unreadIn(page: Page): Promise<number> {
  return Number((await page.title()).match(/^\((\d+)\)/)?.[1] ?? 0);
}

/** What the browser shows of ours. */
function shown(page: Page): Promise<(readonly [string, string])[]> {
  return page.evaluate(async () => {
    const worker = await navigator.serviceWorker.getRegistration("/inbox/");
    const all = (await worker?.getNotifications()) ?? [];
    return all.map(({ title, body }) => [title, body] as const);
  });
}

/** As the browser does it when somebody clicks. */
async function click(context: BrowserContext, title: string): Promise<void> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  await worker.evaluate(`(async () => {
    const all = await registration.getNotifications();
    const notification = all.find(({ title }) => title === ${JSON.stringify(title)});
    dispatchEvent(new NotificationEvent("notificationclick", { notification }));
  })()`);
}
