import { expect, test as plain } from "@playwright/test";
import { expectAccessible } from "../kit/accessibility.ts";
import { type HostPage, openHostPage } from "../kit/host-page.ts";
import { Inbox } from "../kit/inbox.ts";
import { somebody } from "../kit/person.ts";
import { newInstallation, type Product } from "../kit/product.ts";
import { lookInsideWidget, Widget } from "../kit/widget.ts";

const START_MS = 240_000;
const PASSWORD = "eleven pots on a shelf";
const WRONG_CODE = "This code is not right. Copy it from the server’s log.";
const CODE = /\b(?:[A-Z2-9]{4}-){3}[A-Z2-9]{4}\b/;

/** A name that would break out of a script, an attribute or a header that is put together carelessly. */
const STORE = `Käthe's "Töpfe" & </script>`;

interface Scene {
  readonly product: Product;
  /** The store's own page, with what was pasted into it. */
  readonly shop: HostPage & { paste(snippet: string): void };
}

const test = plain.extend<Scene>({
  product: [
    async ({ browserName: _ }, use) => {
      const product = await newInstallation("first-run");
      await product.start();
      await use(product);
      await product.end();
    },
    { timeout: START_MS },
  ],
  shop: async ({ browserName: _ }, use) => {
    let pasted = "";
    const shop = await openHostPage(
      () => `<!doctype html><html lang="en"><head><title>Pots</title></head>
        <body><main><h1>Pots</h1></main>${pasted}</body></html>`,
    );
    const paste = (snippet: string) => {
      pasted = snippet;
    };
    await use({ ...shop, paste });
    await shop.close();
  },
});

test("from the first start to the first answered shopper", async ({ browser, product, shop }) => {
  test.setTimeout(START_MS);
  const inboxOrigin = `http://localhost:${product.port}`;
  const office = await browser.newContext({ baseURL: inboxOrigin });
  const owner = new Inbox(await office.newPage());
  const sockets: string[] = [];
  owner.page.on("websocket", (socket) => {
    socket.on("framereceived", () => sockets.push(socket.url()));
  });

  await test.step("set up with the code from the log", async () => {
    const { page: setUp } = owner;
    await setUp.goto("/");
    await expect(setUp).toHaveURL(/\/setup$/);
    const field = (name: string) => setUp.getByRole("textbox", { name, exact: true });
    const refused = async (name: string, value: string, error: string | RegExp, mended: string) => {
      await field(name).fill(value);
      await setUp.getByRole("button", { name: "Set up" }).click();
      await expect(field(name)).toHaveAccessibleDescription(error);
      await expect(field(name)).toBeFocused();
      await field(name).fill(mended);
    };
    await field("Your name").fill("Käthe Berg");
    await field("E-mail").fill("kaethe@pots.example");
    await field("Password").fill(PASSWORD);
    await field("Store name").fill(STORE);
    await field("Web address of the store").fill(shop.at("pots"));
    await setUp.getByRole("combobox", { name: "Time zone" }).selectOption("Europe/Berlin");

    const code = CODE.exec(product.said())?.[0] ?? "";
    await refused("One-time code", "AAAA-BBBB-CCCC-DDDD", WRONG_CODE, code.toLowerCase());
    await refused("Your name", "", "Write a name.", "Käthe Berg");
    await refused("E-mail", "kaethe@", /^This e-mail looks incomplete/, "kaethe@pots.example");
    await refused("Password", "eleven pots", "Use at least 12 characters.", PASSWORD);
    await refused("Web address of the store", "pots", /^Write the address/, shop.at("pots"));
    await refused(
      "Address of this inbox",
      "http://pots.example",
      /^Write the address/,
      inboxOrigin,
    );
    await expectAccessible(setUp);

    await setUp.getByRole("button", { name: "Set up" }).click();
    await expect(setUp.getByRole("heading", { name: `${STORE} is ready` })).toBeVisible();
    shop.paste((await setUp.getByText("<script").textContent()) ?? "");
    await expectAccessible(setUp);
  });

  const street = await browser.newContext();
  await lookInsideWidget(street);
  const shopper = new Widget(await street.newPage());
  const ruth = somebody("Ruth");

  await test.step("the line works where it was pasted", async () => {
    await owner.page.getByRole("link", { name: "Open the inbox" }).click();
    await expect(owner.page.getByText("No messages yet")).toBeVisible();
    await expectAccessible(owner.page);

    await shopper.page.goto(`${shop.at("pots")}/any/page?of=it`);
    await shopper.open();
    await expect(shopper.panel.getByText(STORE)).toBeVisible();
    await shopper.introduce(ruth, "Is this thing on?");
    await expect(shopper.fate(/^Sent /)).toBeVisible();

    await expect(owner.page.getByText("1 unread message")).toBeVisible();
    await expect(owner.badge).toHaveText("1");
    await owner.page.getByRole("link", { name: "View messages" }).click();
    await owner.openThread(ruth.name);
    await owner.reply("It is.");
    await expect(shopper.said("It is.")).toBeVisible();
    await expect(owner.log.getByText("Seen", { exact: true })).toBeVisible();
    // Not by the fallback for those who cannot have a socket.
    expect(sockets.length).toBeGreaterThan(0);
  });

  await test.step("and nowhere else", async () => {
    const stranger = new Widget(await street.newPage());
    await stranger.page.clock.install();
    await stranger.page.goto(shop.at("elsewhere"));
    await stranger.launcher.click();
    await stranger.page.clock.fastForward(20_000);
    await expect(stranger.launcher).toHaveText("No connection");
    await expect(stranger.panel.getByRole("main")).toBeHidden();
    await stranger.page.close();
  });

  await test.step("the door is gone", async () => {
    const late = await (await browser.newContext({ baseURL: inboxOrigin })).newPage();
    await late.goto("/setup");
    await expect(late.getByRole("heading", { name: "Nothing to set up" })).toBeVisible();
    await expectAccessible(late);
    expect((await late.request.get("/api/setup")).status()).toBe(404);
    await late.getByRole("link", { name: "Log in" }).click();
    await late.getByRole("textbox", { name: "E-mail" }).fill("kaethe@pots.example");
    await late.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
    await late.getByRole("button", { name: "Log in" }).click();
    await expect(late.getByRole("link", { name: "View messages" })).toBeVisible();
  });

  await expectAccessible(owner.page);
  await expectAccessible(shopper.page);
});
