import type { Page } from "@playwright/test";

/** Tells which elements have begun to move in the way of this name, by their words, since the page was loaded. */
export async function watchMoving(page: Page, name: string): Promise<() => Promise<string[]>> {
  await page.addInitScript((name) => {
    const moved: string[] = [];
    Object.assign(window, { [`moved ${name}`]: moved });
    document.addEventListener("animationstart", ({ animationName, target }) => {
      if (target instanceof Element && animationName.includes(name)) {
        moved.push(target.textContent ?? "");
      }
    });
  }, name);
  return () => page.evaluate((name) => Reflect.get(window, `moved ${name}`), name);
}
