import { expect, type Frame, type Page } from "@playwright/test";
import axe, { type RunOnly } from "axe-core";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

const EVERYTHING: RunOnly = { type: "tag", values: WCAG_22_AA };
const CONTRAST: RunOnly = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** More often than this, nothing begins to move while it is looked at. */
const SCANS = 5;

/**
 * Everything that is open in a tab: the page, and the panel in its frame. `within` keeps to our own part of a strange page.
 * axe's adapter for Playwright would leave a frame out, without a word, that takes more than a second.
 */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  for (const frame of await openFrames(page)) {
    await expectNoViolations(frame, EVERYTHING, frame === page.mainFrame() ? within : undefined);
  }
}

/** What other colours may have changed. */
export async function expectContrast(page: Page): Promise<void> {
  for (const frame of await openFrames(page)) await expectNoViolations(frame, CONTRAST);
}

async function openFrames(page: Page): Promise<readonly Frame[]> {
  const panel = page.locator("shopbell-chat iframe");
  if (!(await panel.isVisible())) return [page.mainFrame()];
  const frame = await (await panel.elementHandle())?.contentFrame();
  if (!frame) throw new Error("The panel is open and has no page.");
  return [page.mainFrame(), frame];
}

async function expectNoViolations(frame: Frame, runOnly: RunOnly, within?: string): Promise<void> {
  await frame.evaluate(axe.source);
  let scan = await scanned(frame, runOnly, within);
  for (let again = 1; scan.moved && again < SCANS; again += 1) {
    scan = await scanned(frame, runOnly, within);
  }
  expect.soft(scan.violations, `accessibility of ${frame.url()}`).toEqual([]);
}

/**
 * What fades in has no contrast yet: waits until everything stands still, and tells whether something has moved during
 * the scan all the same, so that it says nothing. What moves for ever, as waiting dots do, is looked at as it is.
 */
async function scanned(frame: Frame, runOnly: RunOnly, within?: string) {
  const { violations, moved } = await frame.evaluate(
    async ([runOnly, selector]) => {
      const widget = document.querySelector("shopbell-chat")?.shadowRoot;
      const roots = [document, ...(widget ? [widget] : [])];
      const moving = () =>
        roots
          .flatMap((root) => root.getAnimations())
          .filter((one) => one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);

      // What has only just been asked for, as other colours, begins with the next frame that is drawn.
      const drawn = new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      await Promise.race([drawn, new Promise((done) => setTimeout(done, 500))]);
      await Promise.allSettled(moving().map((one) => one.finished));

      let moved = false;
      const look = () => {
        moved ||= moving().length > 0;
      };
      const beginnings = ["animationstart", "transitionrun"];
      for (const root of roots) for (const one of beginnings) root.addEventListener(one, look);
      const { violations, passes, incomplete } = await window.axe.run(selector ?? document, {
        runOnly,
        // Each frame is looked at by itself.
        iframes: false,
      });
      for (const root of roots) for (const one of beginnings) root.removeEventListener(one, look);
      look();
      if (passes.length + incomplete.length === 0) throw new Error("The scan has seen nothing.");
      return { violations, moved };
    },
    [runOnly, within] as const,
  );
  const found = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    where: nodes.map(({ target, failureSummary }) => `${target.join(" > ")} ${failureSummary}`),
  }));
  return { violations: found, moved };
}
