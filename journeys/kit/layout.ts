import { expect, type Frame, type Page } from "@playwright/test";

/** Nobody has to scroll sideways, neither in the page nor in the panel. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const panel = page.locator("shopbell-chat iframe");
  const frames = page
    .frames()
    .filter((frame) => frame === page.mainFrame() || frame.url().endsWith("/panel"));
  const open = (await panel.isVisible()) ? frames : [page.mainFrame()];
  for (const frame of open) {
    const { wide, by } = await overflowOf(frame);
    expect.soft(wide, `${frame.url()} at ${page.viewportSize()?.width} px, by ${by}`).toBe(false);
  }
}

function overflowOf(frame: Frame) {
  return frame.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const sticksOut = [...document.body.querySelectorAll("*")].find((one) => {
      const { left, right, width } = one.getBoundingClientRect();
      return width > 0 && (right > clientWidth + 1 || left < -1);
    });
    return { wide: scrollWidth > clientWidth, by: sticksOut?.outerHTML.slice(0, 120) ?? "nothing" };
  });
}

/** At the end of the page, where nothing can be scrolled away from under it, the launcher covers no control. */
export async function expectNothingUnderLauncher(page: Page): Promise<void> {
  const covered = await page.evaluate(() => {
    scrollTo(0, document.documentElement.scrollHeight);
    return [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea")]
      .filter((control) => {
        const { left, top, width, height } = control.getBoundingClientRect();
        const at = document.elementFromPoint(left + width / 2, top + height / 2);
        return at?.localName === "shopbell-chat";
      })
      .map((control) => control.outerHTML);
  });
  expect.soft(covered, `${page.url()} at ${page.viewportSize()?.width} px`).toEqual([]);
}
