import { auditTexts } from "../texts/en-audit.ts";
import { settingsTexts } from "../texts/en-settings.ts";

/** What was done, in words; a newer server may record more than there are words for. */
export function actionOf(action: string): string {
  return auditTexts.actions[action] ?? action.replaceAll("_", " ");
}

/** The conversation it was done to, if any. */
export function conversationOf(subject: Readonly<Record<string, unknown>>): string | null {
  return typeof subject.conversation === "string" ? subject.conversation : null;
}

/** To whom or what, as far as it has a name. Ids are for machines. */
export function detailsOf(subject: Readonly<Record<string, unknown>>): string {
  return Object.entries(subject)
    .filter(([name]) => !auditTexts.nameless.has(name) && !/Id$/.test(name))
    .map(([name, value]) => [auditTexts.fields[name] ?? name, wordsOf(value)] as const)
    .filter(([, words]) => words !== "")
    .map(([name, words]) => `${name}: ${words}`)
    .join(" · ");
}

function wordsOf(value: unknown): string {
  if (typeof value === "string") return settingsTexts.permissions[value]?.name ?? value;
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? auditTexts.on : auditTexts.off;
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join(", ");
  if (typeof value === "object" && value !== null && "name" in value) return wordsOf(value.name);
  return "";
}
