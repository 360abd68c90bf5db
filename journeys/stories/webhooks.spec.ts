import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import { expect } from "@playwright/test";
import { expectAccessible, expectContrast } from "../kit/accessibility.ts";
import { expectNoSidewaysScrolling } from "../kit/layout.ts";
import { somebody } from "../kit/person.ts";
import { test } from "../kit/test.ts";

const PAGE = "/inbox/settings/webhooks";

interface Received {
  readonly id: string;
  readonly second: string;
  readonly signatures: readonly string[];
  readonly body: string;
}

/** A store's own system that listens. */
class Receiver {
  readonly received: Received[] = [];
  status = 200;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        this.received.push({
          id: String(request.headers["webhook-id"]),
          second: String(request.headers["webhook-timestamp"]),
          signatures: String(request.headers["webhook-signature"]).split(" "),
          body: Buffer.concat(parts).toString(),
        });
        response.writeHead(this.status).end("Thank you");
      });
    });
  }

  static async start(): Promise<Receiver> {
    const receiver = new Receiver();
    await new Promise<void>((done) => receiver.#server.listen(0, "127.0.0.1", done));
    return receiver;
  }

  get url(): string {
    const at = this.#server.address();
    if (at === null || typeof at === "string") throw new Error("The receiver does not listen.");
    return `http://127.0.0.1:${at.port}/hooks`;
  }

  of(type: string): readonly Received[] {
    return this.received.filter(({ body }) => JSON.parse(body).type === type);
  }

  close(): void {
    this.#server.close();
  }
}

test("a system is told of what happens, its log says so, and what failed is sent again", async ({
  scene,
}) => {
  const receiver = await Receiver.start();
  const { page } = await scene.staff("Maya");
  await page.goto(PAGE);
  await page.getByRole("button", { name: "Add a webhook" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a webhook" });
  await dialog.getByRole("button", { name: "Add webhook" }).click();
  await expect(dialog.getByText("Choose what it hears of.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Address" }).fill("http://shop.example/hooks");
  await dialog.getByRole("checkbox", { name: "New message" }).check();
  await dialog.getByRole("button", { name: "Add webhook" }).click();
  await expect(dialog.getByText(/begins with https/)).toBeVisible();
  await dialog.getByRole("textbox", { name: "Address" }).fill(receiver.url);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Add webhook" }).click();

  const shown = page.getByRole("dialog", { name: "The secret" });
  const field = shown.getByLabel("Secret of the webhook");
  await expect(field).toBeFocused();
  await expectAccessible(page);
  const secret = await field.inputValue();
  await page.keyboard.press("Escape");
  await expect(shown).toBeHidden();
  const row = page.getByRole("listitem").filter({ hasText: receiver.url });
  await expect(row.getByText("Not tried yet")).toBeVisible();
  await expectContrast(page);

  await row.getByRole("button", { name: `Log of ${receiver.url}` }).click();
  await expect(page.getByRole("heading", { name: receiver.url })).toBeVisible();
  receiver.status = 500;
  await page.getByRole("button", { name: "Send a test" }).click();
  await expect.poll(() => receiver.of("webhook.test").length).toBe(1);
  receiver.status = 200;
  const first = receiver.of("webhook.test")[0];
  expect(first?.signatures).toContain(signature(secret, first));
  await page.reload();
  const failed = page.getByRole("listitem").filter({ hasText: "Test" });
  await expect(failed.getByText("Failed")).toBeVisible();
  await failed.getByText("Details").click();
  await expect(failed.getByText("Thank you")).toBeVisible();
  await expectAccessible(page);
  await failed.getByRole("button", { name: "Send again: Test" }).click();
  await expect.poll(() => receiver.of("webhook.test").length).toBe(2);
  expect(receiver.of("webhook.test")[1]).toMatchObject({ id: first?.id, body: first?.body });

  const anna = somebody("Anna");
  const shopper = await scene.shopper();
  await shopper.page.goto("/");
  await shopper.open();
  await shopper.introduce(anna, "Is the jug still there?");
  await expect.poll(() => receiver.of("message.created").length).toBeGreaterThan(0);
  expect(receiver.received.map(({ body }) => body).join()).not.toContain("jug");

  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await expect(page.getByRole("listitem").filter({ hasText: "New message" }).first()).toBeVisible();
  await expectNoSidewaysScrolling(page);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("heading", { name: "Webhooks", exact: true })).toBeVisible();
  await expect(page.getByText(receiver.url)).toHaveCount(0);
  receiver.close();
});

function signature(secret: string, received: Received | undefined): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signed = `${received?.id}.${received?.second}.${received?.body}`;
  return `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
}
