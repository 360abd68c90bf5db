import { expect, type Locator } from "@playwright/test";
import type { Inbox } from "../kit/inbox.ts";
import { type Person, somebody } from "../kit/person.ts";
import { type Scene, test } from "../kit/test.ts";
import type { Widget } from "../kit/widget.ts";

test("what is half written is there after a reload and on the next device, until it is sent", async ({
  scene,
}) => {
  const { person, shopper } = await aQuestion(scene, "Ida");
  const desk = await atThread(scene, "Maya", person);
  await desk.composer.fill("They would, if you order bef");

  await expect.poll(() => draftsOf(desk)).toContain("They would, if you order bef");
  await desk.page.reload();
  await expect(desk.composer).toHaveValue("They would, if you order bef");

  const phone = await scene.staff("Maya", { viewport: { width: 390, height: 844 } });
  await phone.toMessages();
  await expect(await phone.find(person.name)).toContainText("Draft: They would");
  await phone.openThread(person.name);
  await expect(phone.composer).toHaveValue("They would, if you order bef");

  await phone.composer.fill("They would, if you order before 11.");
  await expect(desk.composer).toHaveValue("They would, if you order before 11.");
  await phone.composer.press("Control+Enter");
  await expect(shopper.said("They would, if you order before 11.")).toHaveCount(1);
  await expect(desk.composer).toHaveValue("");
  await desk.page.reload();
  await expect(desk.said("They would, if you order before 11.")).toHaveCount(1);
  await expect(desk.composer).toHaveValue("");
});

test("typing is seen on both sides, but nothing of a note by the shopper", async ({ scene }) => {
  const { person, shopper } = await aQuestion(scene, "Nora");
  const maya = await atThread(scene, "Maya", person);
  const jonas = await scene.staff("Jonas");
  await jonas.toMessages();
  const row = await jonas.find(person.name);

  await typeUntil(shopper.composer, async () => {
    await expect(maya.page.getByText("Nora is typing", { exact: true })).toBeVisible(SOON);
    await expect(row).toContainText("Nora is typing…", SOON);
  });
  await shopper.say("Also in blue?");
  await expect(maya.page.getByText("Nora is typing", { exact: true })).toBeHidden();

  await jonas.openThread(person.name);
  await expect(maya.page.getByText("Jonas Weber is looking at this too")).toBeAttached();
  const typing = shopper.panel.getByText("Maya is typing");
  await maya.page.getByRole("tab", { name: "Note" }).click();
  const note = maya.page.getByRole("combobox", { name: "Note" });
  await typeUntil(note, async () => {
    await expect(jonas.page.getByText("Maya is writing a note")).toBeVisible(SOON);
    await expect(typing).toBeHidden(SOON);
  });
  await note.fill("");
  await note.pressSequentially("Ask @jo");
  await expect(maya.page.getByRole("option", { name: "Jonas Weber" })).toBeVisible();
  await maya.page.keyboard.press("Enter");
  await maya.page.keyboard.type("about the kiln");
  await maya.page.keyboard.press("Enter");
  await expect(jonas.said("Ask @Jonas about the kiln")).toBeVisible();
  await expect(shopper.said(/kiln/)).toHaveCount(0);

  await maya.page.getByRole("tab", { name: "Reply" }).click();
  await typeUntil(maya.composer, async () => {
    await expect(typing).toBeVisible(SOON);
    await expect(jonas.page.getByText("Maya is writing a reply here too.")).toBeVisible(SOON);
  });
  await maya.composer.fill("In blue, too.");
  await maya.composer.press("Enter");
  await expect(shopper.said("In blue, too.")).toBeVisible();
  await expect(typing).toBeHidden();
});

test("of two who answer the same question the second is held, and says it with one more press", async ({
  scene,
}) => {
  const { person, shopper } = await aQuestion(scene, "Piet");
  const maya = await atThread(scene, "Maya", person);
  const jonas = await atThread(scene, "Jonas", person);
  await jonas.composer.fill("We ship on Monday.");
  await maya.reply("Monday.");

  const banner = jonas.page.getByText(/^Maya replied .*Check it before you send\.$/);
  await expect(banner).toBeVisible();
  await jonas.composer.press("Enter");
  await expect(jonas.composer).toHaveValue("We ship on Monday.");
  await expect(jonas.page.getByRole("button", { name: "Send anyway" })).toBeVisible();
  await expect(shopper.said("We ship on Monday.")).toHaveCount(0);

  await jonas.composer.press("Enter");
  await expect(shopper.said("We ship on Monday.")).toHaveCount(1);
  await expect(banner).toBeHidden();
});

test("an answer that waited for the connection is held, too, when a colleague was quicker", async ({
  scene,
}) => {
  const { person, shopper } = await aQuestion(scene, "Runa");
  const maya = await atThread(scene, "Maya", person);
  const jonas = await atThread(scene, "Jonas", person);
  await jonas.page.context().setOffline(true);
  await jonas.reply("On Monday.");
  await expect(jonas.log.getByText(/^(Sending|Waiting for connection)$/)).toBeVisible();
  await maya.reply("Monday!");
  await expect(shopper.said("Monday!")).toBeVisible();

  await jonas.page.context().setOffline(false);
  await expect(jonas.page.getByRole("button", { name: "Send anyway" })).toBeVisible();
  await expect(jonas.composer).toHaveValue("On Monday.");
  await expect(jonas.said("On Monday.")).toHaveCount(0);
  await expect(shopper.said("On Monday.")).toHaveCount(0);

  await jonas.page.getByRole("button", { name: "Send anyway" }).click();
  await expect(shopper.said("On Monday.")).toHaveCount(1);
});

test("a conversation somebody else takes while one types in it closes, and the words stay one's own", async ({
  scene,
}) => {
  const { person, shopper } = await aQuestion(scene, "Sanne");
  const jonas = await atThread(scene, "Jonas", person);
  const maya = await scene.staff("Maya");
  const frames = heardBy(maya);
  await maya.toMessages();
  await maya.openThread(person.name);
  const id = maya.page.url().split("/").at(-1)?.split("?")[0] ?? "";
  const typing = shopper.panel.getByText("Maya is typing");
  await typeUntil(maya.composer, () => expect(typing).toBeVisible(SOON));
  await maya.composer.fill("");
  await maya.composer.pressSequentially("We ship on Mon");

  await assign(jonas, id, "me");
  const entry = maya.page.getByRole("button", { name: /^Drafts you cannot send here/ });
  await expect(entry).toBeVisible();
  await expect(maya.composer).toBeHidden();
  const told = frames.length;
  await shopper.say("And to Malta?");
  await jonas.reply("There, too.");
  await expect(shopper.said("There, too.")).toBeVisible();
  await expect(maya.page.getByText(person.name)).toHaveCount(0);
  expect(frames.slice(told).filter((frame) => frame.includes(id))).toEqual([]);

  await entry.click();
  const dialog = maya.page.getByRole("dialog", { name: "Drafts you cannot send here" });
  await expect(dialog).toContainText("We ship on Mon");
  await expect(dialog).not.toContainText("Sanne");
  await maya.page.keyboard.press("Escape");
  await maya.page.reload();
  await expect(entry).toBeVisible();

  await assign(jonas, id, null);
  await expect(entry).toBeHidden();
  await maya.toMessages();
  await maya.openThread(person.name);
  await expect(maya.composer).toHaveValue("We ship on Mon");
});

test("a blocked sender is told calmly that nothing is accepted, and keeps what they wrote", async ({
  scene,
}) => {
  const { person, shopper } = await aQuestion(scene, "Troll");
  const maya = await atThread(scene, "Maya", person);
  const id = maya.page.url().split("/").at(-1)?.split("?")[0] ?? "";
  await shopper.composer.fill("And another th");
  const kept = () => shopper.page.evaluate(() => Object.values(sessionStorage));
  await expect.poll(kept).toContain("And another th");

  await change(maya, "PUT", `conversations/${id}/block`, { network: false });
  const notice = shopper.panel.getByText("This chat does not accept messages.");
  await expect(notice).toBeVisible();
  await expect(shopper.composer).toBeHidden();
  await shopper.page.reload();
  await shopper.open();
  await shopper.panel.getByRole("button", { name: /When do you ship/ }).click();
  await expect(notice).toBeVisible();

  await change(maya, "DELETE", `conversations/${id}/block`);
  await expect(notice).toBeHidden();
  await expect(shopper.composer).toHaveValue("And another th");
});

/** As long as somebody types it is shown, and what is shown is looked at before they type on. */
const SOON = { timeout: 2_000 };

/**
 * Types as people do: on and on, until others have noticed. They hear of it once they are connected, and for some seconds
 * after each sign; a machine may take longer for both, so that one patience is not enough for several attempts.
 */
async function typeUntil(into: Locator, isNoticed: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await into.pressSequentially("hm ");
    await isNoticed();
  }).toPass({ intervals: [100], timeout: 60_000 });
}

/** What the server tells this tab from now on. */
function heardBy({ page }: Inbox): readonly string[] {
  const frames: string[] = [];
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => frames.push(String(payload))),
  );
  return frames;
}

/** Takes a conversation, or returns it to everybody. */
async function assign(inbox: Inbox, conversation: string, to: "me" | null): Promise<void> {
  const { staff } = await inbox.page.evaluate(async () => (await fetch("/api/staff/me")).json());
  const body = to ? { to: staff.id, from: null } : { to: null, from: staff.id };
  await change(inbox, "PUT", `conversations/${conversation}/assignee`, body);
}

async function change({ page }: Inbox, method: string, path: string, body?: unknown) {
  const status = await page.evaluate(
    async ([method, path, body]) => {
      const { stores } = await (await fetch("/api/staff/me")).json();
      const answer = await fetch(`/api/staff/stores/${stores[0].id}/${path}`, {
        method,
        ...(body ? { headers: { "content-type": "application/json" }, body } : {}),
      });
      return answer.status;
    },
    [method, path, body === undefined ? null : JSON.stringify(body)] as const,
  );
  expect(status).toBe(200);
}

async function aQuestion(scene: Scene, name: string): Promise<{ person: Person; shopper: Widget }> {
  const person = somebody(name);
  const shopper = await scene.shopper();
  await shopper.page.goto("/care.html");
  await shopper.open();
  await shopper.introduce(person, "When do you ship?");
  await expect(shopper.said("When do you ship?")).toBeVisible();
  return { person, shopper };
}

async function atThread(scene: Scene, name: "Maya" | "Jonas", person: Person): Promise<Inbox> {
  const inbox = await scene.staff(name);
  await inbox.toMessages();
  await inbox.openThread(person.name);
  return inbox;
}

/** What the server has of this person's drafts. */
async function draftsOf({ page }: Inbox): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const me = await (await fetch("/api/staff/me")).json();
    const inbox = await (await fetch(`/api/staff/stores/${me.stores[0].id}/inbox`)).json();
    return inbox.drafts.map(({ text }: { text: string }) => text);
  });
}
