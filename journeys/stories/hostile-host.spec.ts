import { expect } from "@playwright/test";
import { launchOptions } from "../kit/browser.ts";
import type { Demo } from "../kit/demo.ts";
import { somebody } from "../kit/person.ts";
import type { Records } from "../kit/records.ts";
import { type Scene, test } from "../kit/test.ts";
import type { Widget } from "../kit/widget.ts";

test.use({
  // What such pages do to themselves is their own business.
  scanned: "shopbell-chat",
  // These pages come from the journey and not from a server, so that Chromium does not take them for this machine's.
  launchOptions: {
    ...launchOptions,
    args: [...launchOptions.args, "--disable-features=LocalNetworkAccessChecks"],
  },
});

const LAUNCHER = { width: 56, height: 56 };
const EDGE = 24;
const PANEL_WIDTH = 392;

const STYLES = `
  * { all: unset !important; display: block !important; }
  *, *::before, *::after {
    font: 900 64px/3 fantasy !important; color: lime !important; background: magenta !important;
    transform: rotate(7deg) scale(1.5) !important; filter: blur(4px) !important; opacity: .2 !important;
    width: 900px !important; height: 3px !important; margin: 90px !important; padding: 90px !important;
    position: static !important; z-index: -1 !important; visibility: hidden !important;
    pointer-events: none !important; overflow: hidden !important; letter-spacing: 20px !important;
    text-transform: uppercase !important; direction: ltr !important; animation: spin 1s infinite !important;
  }
  html, body { transform: none !important; filter: none !important; opacity: 1 !important; margin: 0 !important;
    padding: 0 !important; width: auto !important; height: auto !important; visibility: visible !important; animation: none !important; }
  iframe, dialog, button, div { display: none !important; }
  @keyframes spin { to { rotate: 1turn } }`;

const POLLUTION = `
  Object.prototype.extend = function () { return this; };
  Object.prototype.hidden = true;
  Object.prototype.chat = false;
  Array.prototype.last = function () { return this[this.length - 1]; };
  Array.prototype.toJSON = function () { return "[" + this.join() + "]"; };
  String.prototype.toJSON = function () { return "'" + this + "'"; };
  String.prototype.startsWith = function (start) { return this.indexOf(start) === 0; };
  Function.prototype.bind = function (self) { const run = this; return () => run.apply(self, arguments); };
  window.$ = window.jQuery = function () { return []; };
  window.Symbol.polluted = true;
  window.name = "shopbell";
  window.onerror = () => true;`;

test("under styles that take hold of everything, the launcher and the panel keep their shape", async ({
  demo,
  scene,
  records,
}) => {
  const viewport = { width: 1280, height: 800 };
  const shopper = await openHost(scene, demo, {
    head: `<style>${STYLES}</style>`,
    body: tag(demo),
  });
  await shopper.page.setViewportSize(viewport);

  await expect
    .poll(() => shopper.launcher.boundingBox())
    .toEqual({
      x: viewport.width - EDGE - LAUNCHER.width,
      y: viewport.height - EDGE - LAUNCHER.height,
      ...LAUNCHER,
    });
  await talk(shopper, records);
  const panel = await shopper.host.locator("dialog").boundingBox();
  expect(panel?.width).toBe(PANEL_WIDTH);
  expect((panel?.x ?? 0) + PANEL_WIDTH).toBe(viewport.width - EDGE);
});

test("under a policy that allows nothing but the script and the frame, the chat works", async ({
  demo,
  scene,
  records,
}) => {
  const refused: string[] = [];
  const shopper = await openHost(scene, demo, {
    policy: [
      "default-src 'none'",
      `script-src ${demo.inbox}`,
      `frame-src ${demo.inbox}`,
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join("; "),
    body: tag(demo),
    onConsole: (text) => refused.push(text),
  });

  await talk(shopper, records);
  expect(refused.filter((text) => /Content Security Policy|TrustedHTML/.test(text))).toEqual([]);
});

test("where other scripts have changed what every object has, the chat works", async ({
  demo,
  scene,
  records,
}) => {
  const shopper = await openHost(scene, demo, {
    head: `<script>${POLLUTION}</script>`,
    body: tag(demo),
  });

  await talk(shopper, records);
  await shopper.page.reload();
  await shopper.open();
  await shopper.panel.getByRole("button", { name: /And a pot/ }).click();
  await expect(shopper.log.locator("p[dir=auto]")).toHaveCount(3);
  // The scan at the end does not bear such a page.
  await shopper.page.goto("/kitchen.html");
});

test("pasted twice, and once more by a tag manager, there is one chat", async ({
  demo,
  scene,
  records,
}) => {
  const shopper = await openHost(scene, demo, { body: tag(demo) + tag(demo) });
  await expect(shopper.launcher).toBeVisible();
  await shopper.page.evaluate(async (source) => {
    const again = document.createElement("script");
    again.src = source;
    document.head.append(again);
    await new Promise((resolve) => again.addEventListener("load", resolve));
  }, loaderOf(demo));

  await expect(shopper.host).toHaveCount(1);
  await talk(shopper, records);
  await expect(shopper.host).toHaveCount(1);
});

test("a page that replaces its whole body keeps its chat, open as it was", async ({
  demo,
  scene,
  records,
}) => {
  const shopper = await openHost(scene, demo, { body: `<h1>One</h1>${tag(demo)}` });
  await talk(shopper, records);

  await shopper.page.evaluate(() => {
    const next = document.createElement("body");
    next.append(Object.assign(document.createElement("h1"), { textContent: "Two" }));
    document.body.replaceWith(next);
    document.title = "Two";
  });

  await expect(shopper.page.getByRole("heading", { name: "Two" })).toBeVisible();
  await expect(shopper.said("And a pot")).toBeVisible();
  await shopper.say("Still there?");
  await expect(shopper.said("Still there?")).toBeVisible();
});

interface Host {
  readonly head?: string;
  readonly body: string;
  readonly policy?: string;
  readonly onConsole?: (text: string) => void;
}

/** A page of the demo's shop as somebody else might have built it. */
async function openHost(scene: Scene, demo: Demo, host: Host): Promise<Widget> {
  const shopper = await scene.shopper();
  const { page } = shopper;
  page.on("console", (message) => host.onConsole?.(message.text()));
  await page.route(`${demo.store}/hostile.html`, (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      headers: host.policy ? { "Content-Security-Policy": host.policy } : {},
      body: `<!doctype html><html lang="en"><head><title>A shop</title>${host.head ?? ""}</head>
        <body><main><h1>A shop</h1></main>${host.body}</body></html>`,
    }),
  );
  await page.goto("/hostile.html");
  return shopper;
}

function loaderOf(demo: Demo): string {
  return `${demo.inbox}/widget/${demo.storeKey}.js`;
}

function tag(demo: Demo): string {
  return `<script async src="${loaderOf(demo)}"></script>`;
}

/** Both ways, and again on the shopper's. */
async function talk(shopper: Widget, records: Records): Promise<void> {
  const mika = somebody("Mika");
  await shopper.open();
  await shopper.introduce(mika, "One cup");
  await expect(shopper.fate(/^Sent /)).toBeVisible();
  const [conversation] = await records.conversations(mika.email);
  await records.reply(conversation?.id ?? "", "Two saucers");
  await expect(shopper.said("Two saucers")).toBeVisible();
  await shopper.say("And a pot");
  await expect(shopper.said("And a pot")).toBeVisible();
  // Until the store knows that the reply was read, a new page opens with the thread and not with the home.
  await expect.poll(async () => (await records.conversations(mika.email))[0]?.seen).toBe(2);
}
