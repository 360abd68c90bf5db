import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../kit/accessibility.ts";
import { test } from "../kit/test.ts";

/** A page with one paragraph, which begins to fade in as soon as somebody scans it for the first time. */
const FADING = `<!doctype html><html lang="en"><title>Fading</title>
  <style>
    .fading { animation: fade 400ms }
    @keyframes fade { from { opacity: 0.2 } 99% { opacity: 0.3 } }
    .waiting { animation: wave 1s infinite }
    @keyframes wave { 50% { transform: translateY(2px) } }
  </style>
  <main>
    <h1 class="waiting">A page</h1>
    <p style="color: COLOUR; background: #fff">Some words.</p>
  </main>
  <script>
    window.scans = 0;
    let scanner;
    const paragraph = document.querySelector("p");
    Object.defineProperty(window, "axe", {
      get: () => scanner,
      set(axe) {
        const run = async (...asked) => {
          window.scans += 1;
          if (window.scans === 1) {
            paragraph.className = "fading";
            await new Promise((done) => paragraph.addEventListener("animationstart", done));
          }
          return axe.run(...asked);
        };
        scanner = { ...axe, run };
      },
    });
  </script>`;

const scansOf = (page: Page) => page.evaluate(() => Reflect.get(window, "scans"));

test("a scan that something began to move in is made again", async ({ page }) => {
  await page.setContent(FADING.replace("COLOUR", "#222"));

  await expectAccessible(page);
  expect(await scansOf(page)).toBe(2);
});

test("what has no contrast when it stands still is found", async ({ page }) => {
  await page.setContent(FADING.replace("COLOUR", "#ccc"));

  test.fail();
  await expectAccessible(page);
});
