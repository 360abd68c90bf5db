import { profileTexts as texts } from "../texts/en-profile.ts";
import { locale } from "../time/locale.ts";

const MINUTE = 60_000;

/** What the clock says where the customer is, and how far that is from here; null when the zone is none that is known. */
export function localTime(timeZone: string, now: number): string | null {
  try {
    const time = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone }).format(now);
    const ahead = offset(timeZone, now) - offset(undefined, now);
    if (ahead === 0) return texts.sameAsYours(time);
    const span = spanOf(Math.abs(ahead));
    return ahead > 0 ? texts.aheadOfYours(time, span) : texts.behindYours(time, span);
  } catch {
    return null;
  }
}

/** Minutes ahead of UTC. */
function offset(timeZone: string | undefined, now: number): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
    hourCycle: "h23",
  }).formatToParts(now);
  const number = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value ?? 0);
  const there = Date.UTC(
    number("year"),
    number("month") - 1,
    number("day"),
    number("hour"),
    number("minute"),
    number("second"),
  );
  return Math.round((there - now) / MINUTE);
}

/** "2 h", "5 h 30 min" */
function spanOf(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 && `${hours} h`, rest > 0 && `${rest} min`].filter(Boolean).join(" ");
}
