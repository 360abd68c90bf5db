import type { Language } from "../../port/src/messages.ts";

export type LauncherWords = readonly [chat: string, failed: string];

/** The launcher's label, and what it says when the panel cannot be loaded. The panel brings every other text. */
export const texts: Readonly<Record<Language, LauncherWords>> = {
  en: ["Chat with us", "No connection"],
  ar: ["تحدث معنا", "تعذّر الاتصال"],
};

/** Of a page's or a browser's language tag: the language the widget speaks there. */
export function pickLanguage(tag: string): Language {
  return /^ar\b/i.test(tag) ? "ar" : "en";
}
