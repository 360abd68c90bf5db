import {
  type BrowserContext,
  expect,
  type Frame,
  type FrameLocator,
  type Locator,
  type Page,
} from "@playwright/test";
import type { Person } from "./person.ts";

/** The loader's shadow tree is closed to the page. A journey looks in all the same, and changes nothing else. */
export async function lookInsideWidget(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function attachOpen(init) {
      return attach.call(this, { ...init, mode: "open" });
    };
  });
}

/** The chat on a page of a shop, as its shopper sees and uses it. */
export class Widget {
  readonly page: Page;
  readonly host: Locator;
  readonly launcher: Locator;
  readonly panel: FrameLocator;
  readonly log: Locator;
  readonly composer: Locator;

  constructor(page: Page) {
    this.page = page;
    this.host = page.locator("shopbell-chat");
    this.launcher = this.host.locator(".launcher");
    this.panel = this.host.locator("iframe").contentFrame();
    this.log = this.panel.getByRole("log");
    this.composer = this.panel.getByRole("textbox", { name: /^(Write a message|اكتب رسالة)$/ });
  }

  /** The reply beside the closed launcher. */
  get card(): Locator {
    return this.host.getByRole("status");
  }

  /** The number on the launcher. */
  get badge(): Locator {
    return this.launcher.locator("i");
  }

  /** Of the form for the first message. */
  get sendButton(): Locator {
    return this.panel.getByRole("button", { name: "Send message" });
  }

  get frame(): Frame {
    const frame = this.page.frames().find((one) => one.url().endsWith("/panel"));
    if (!frame) throw new Error("The panel is not loaded.");
    return frame;
  }

  async open(): Promise<void> {
    await this.launcher.click();
    await this.inReach();
  }

  /**
   * The panel is there for the hand as well as for the eye. For some hundredths of a second after a frame of another site
   * has appeared, Chromium still gives what is done in its place to the page around it: a journey's click would be lost.
   */
  async inReach(): Promise<void> {
    const main = this.panel.getByRole("main");
    await expect(async () => {
      await this.page.mouse.move(0, 0);
      await main.hover();
      expect(await main.evaluate((one) => one.matches(":hover"))).toBe(true);
    }).toPass();
  }

  async close(): Promise<void> {
    await this.panel.getByRole("button", { name: "Close chat" }).click();
    await this.panel.getByRole("main").waitFor({ state: "hidden" });
  }

  /** From the home to the form, and a first message. */
  async introduce(person: Person, message: string): Promise<void> {
    await this.fillIn(person, message);
    await this.submit();
  }

  async fillIn({ name, email }: Person, message: string): Promise<void> {
    await this.panel.getByRole("button", { name: "Send us a message" }).click();
    await this.panel.getByLabel("Your message").fill(message);
    await this.panel.getByLabel("E-mail").fill(email);
    await this.panel.getByLabel("Name").fill(name);
  }

  async submit(): Promise<void> {
    await this.sendButton.click();
  }

  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press("Enter");
  }

  /** The bubbles that say exactly this, by whomever. */
  said(text: string | RegExp): Locator {
    return this.log.locator("p[dir=auto]").filter({ hasText: exactly(text) });
  }

  /** What it says under the last message of one's own. */
  fate(words: string | RegExp): Locator {
    return this.log.getByText(words);
  }
}

export function exactly(text: string | RegExp): RegExp {
  if (typeof text !== "string") return text;
  const pattern = text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(/\s+/g, "\\s+");
  return new RegExp(`^\\s*${pattern}\\s*$`, "u");
}
