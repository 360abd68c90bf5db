import type { Language } from "../../port/src/messages.ts";

/** The launcher's label, and what it says when the panel cannot be loaded. The panel brings every other text. */
export const texts: Readonly<Record<Language, readonly [chat: string, failed: string]>> = {
  en: ["Chat with us", "No connection"],
  ar: ["تحدث معنا", "تعذّر الاتصال"],
};

/** The page's language where the widget speaks it; the browser's, if the page does not say. */
export function pickLanguage(page: string, browser: string): Language {
  return /^ar\b/i.test(page || browser) ? "ar" : "en";
}
