import { expect, type Locator, type Page } from "@playwright/test";
import type { View } from "../../web/protocol/src/staff.ts";
import { exactly } from "./widget.ts";

/** The inbox in one tab, as a member of staff sees and uses it. */
export class Inbox {
  readonly page: Page;
  readonly list: Locator;
  readonly rows: Locator;
  /** Where the rows are in the list. */
  readonly places: Locator;
  readonly log: Locator;
  readonly composer: Locator;
  readonly header: Locator;
  readonly banner: Locator;
  /** Whatever the list shows, its title opens the menu of views. */
  readonly viewButton: Locator;
  readonly toast: Locator;
  /** The number at "Inbox" in the navigation. */
  readonly badge: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole("list", { name: "Conversations, most recent first" });
    this.rows = this.list.getByRole("link");
    this.places = this.list.getByRole("listitem");
    const thread = page.getByRole("region", { name: "Conversation", exact: true });
    this.log = thread.getByRole("log");
    this.header = thread.getByRole("banner").or(thread.locator("header"));
    this.composer = page.getByRole("textbox", { name: "Reply" });
    this.viewButton = page
      .getByRole("region", { name: "Conversations" })
      .locator("header button[aria-haspopup=menu]")
      .first();
    this.toast = page.getByRole("status").filter({ has: page.getByRole("button") });
    this.banner = page.getByText("Replies are kept on this device and sent");
    this.badge = page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: /^Inbox/ })
      .locator("[data-badge] > [aria-hidden]");
  }

  async toMessages(view: View = "unresolved"): Promise<void> {
    await this.page.goto(`/inbox/messages${view === "unresolved" ? "" : `?view=${view}`}`);
    await expect(this.list).toBeVisible();
  }

  /** An entry of the menu of views, which is open; its text ends with how many there are. */
  viewEntry(name: string): Locator {
    return this.page.getByRole("menuitemradio", { name: new RegExp(`^${name}`) });
  }

  /** How many conversations each of the views has, as the menu says. Leaves it open. */
  async counts(...names: readonly string[]): Promise<readonly number[]> {
    const menu = this.page.getByRole("menu", { name: "Filter conversations" });
    if (!(await menu.isVisible())) await this.viewButton.click();
    await expect(menu).toBeVisible();
    const texts = await Promise.all(names.map((name) => this.viewEntry(name).textContent()));
    return texts.map((text) => Number(text?.match(/\d+/)?.[0]));
  }

  async toOverview(): Promise<void> {
    await this.page.goto("/inbox");
    await expect(this.page.getByRole("link", { name: "View messages" })).toBeVisible();
  }

  /** The row of a customer in the list. */
  row(name: string): Locator {
    return this.rows.filter({ hasText: name });
  }

  /** A row says so to everybody: by its dot, its weight and its label. */
  unread(name: string): Locator {
    return this.row(name).and(this.page.locator("[data-unread]"));
  }

  /** Scrolls the list to a customer: only the rows near the window exist, and every journey puts new ones above. */
  async find(name: string): Promise<Locator> {
    const row = this.row(name);
    if (await row.isVisible()) return row;
    await expect(this.rows.first()).toBeVisible();
    await this.list.evaluate((list) => list.parentElement?.scrollTo({ top: 0 }));
    // Until it is drawn, the last row is still one from further down, and what is looked for could be above it.
    await expect(this.places.first()).toHaveAttribute("aria-posinset", "1");
    await expect(async () => {
      // It may be among the first, which go as the last ones come.
      if (await row.isVisible()) return;
      await this.rows.last().evaluate((one) => one.scrollIntoView());
      expect(await row.isVisible()).toBe(true);
    }).toPass({ intervals: [50] });
    return row;
  }

  async openThread(name: string): Promise<void> {
    // A row at the edge of what is drawn may go while the list settles.
    await expect(async () => {
      const row = await this.find(name);
      await row.click({ timeout: 2_000 });
    }).toPass();
    await expect(this.page.getByRole("heading", { name })).toBeVisible();
    await expect(this.log).toBeVisible();
  }

  /** Gives the open conversation to somebody, by keys alone. */
  async assign(firstName: string): Promise<void> {
    await this.log.focus();
    await this.page.keyboard.press("a");
    await this.chooseAssignee(firstName);
  }

  /** In the menu that is open. */
  async chooseAssignee(firstName: string): Promise<void> {
    await expect(this.page.getByRole("combobox", { name: "Assign to" })).toBeFocused();
    await this.page.keyboard.type(firstName);
    await expect(this.page.getByRole("option", { name: firstName })).toBeVisible();
    await this.page.keyboard.press("Enter");
  }

  async reply(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press("Enter");
  }

  /** The messages that say exactly this, by whomever. */
  said(text: string | RegExp): Locator {
    return this.log.locator("p[dir=auto]").filter({ hasText: exactly(text) });
  }

  async unreadConversations(): Promise<number> {
    return (await this.badge.count()) === 0 ? 0 : Number(await this.badge.textContent());
  }
}
