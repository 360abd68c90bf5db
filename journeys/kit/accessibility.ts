import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** Everything that is open in a tab: the page, and the panel in its frame. `within` keeps to our own part of a strange page. */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  await standStill(page);
  const builder = new AxeBuilder({ page }).withTags(WCAG_22_AA);
  const { violations, passes } = await (within ? builder.include(within) : builder).analyze();

  const found = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    where: nodes.map(({ target, failureSummary }) => `${target.join(" > ")} ${failureSummary}`),
  }));
  expect.soft(found, `accessibility of ${page.url()}`).toEqual([]);
  if (await isPanelOpen(page)) {
    const looked = passes.some(({ nodes }) => nodes.some(({ target }) => target.length > 1));
    expect.soft(looked, "the scan went into the panel").toBe(true);
  }
}

/** What fades in has no contrast yet. */
async function standStill(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    await frame
      .evaluate(async () => {
        const finite = document
          .getAnimations()
          .filter((one) => one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
        await Promise.allSettled(finite.map((one) => one.finished));
      })
      // A frame that goes away has nothing to scan.
      .catch(() => {});
  }
}

function isPanelOpen(page: Page): Promise<boolean> {
  return page.locator("shopbell-chat iframe").isVisible();
}
