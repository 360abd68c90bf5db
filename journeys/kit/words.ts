import { expect, type Locator } from "@playwright/test";

const LONGEST = 10_000;
const PLANT = "🪴 It needs water every second day, and more of it in summer. ";

/** What people write, and what some write to see what happens. */
export const TEXTS = {
  emoji: "Danke schön 🙏🏽 from all of us 👨‍👩‍👧‍👦 ❤️‍🔥",
  markup: "<script>alert(1)</script><img src=x onerror=alert(2)> & &amp; <b>bold</b>",
  breaks: "One cup\nTwo saucers\n\nand a pot",
  arabic: "مرحبا، هل توصلون الطلبات إلى الإسكندرية؟",
  links:
    "https://hearthlow.example/mugs?glaze=ash&size=2 and http://hearthlow.example/care, " +
    "mailto:care@hearthlow.example or tel:+48123456789, " +
    "but not javascript:alert(3) nor data:text/html,<script>alert(4)</script>",
  /** As long as a message can be, in characters as people count them. */
  long: [...PLANT.repeat(LONGEST)]
    .slice(0, LONGEST - 1)
    .join("")
    .concat("."),
} as const;

const SAFE_LINKS = [
  "https://hearthlow.example/mugs?glaze=ash&size=2",
  "http://hearthlow.example/care",
  "mailto:care@hearthlow.example",
  "tel:+48123456789",
];

/** A message that says `TEXTS.links` links where it is safe to, and nowhere else. */
export async function expectLinks(message: Locator): Promise<void> {
  const links = message.getByRole("link");
  const hrefs = links.evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  expect(await hrefs).toEqual(SAFE_LINKS);
  for (const link of await links.all()) await expect(link).toHaveAttribute("rel", /\bnoopener\b/);
}
