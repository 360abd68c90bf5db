import { texts } from "../texts/en.ts";
import { clockFace } from "./clock-face.ts";
import { locale } from "./locale.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const clock = clockFace(locale);
const weekday = new Intl.DateTimeFormat(locale, { weekday: "short" });
const dayAndMonth = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" });
const date = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" });
const longDay = new Intl.DateTimeFormat(locale, {
  weekday: "long",
  day: "numeric",
  month: "long",
});
const longDate = new Intl.DateTimeFormat(locale, { dateStyle: "full" });
const second = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" });
const exact = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short" });

/** "14:03" */
export function timeOfDay(at: string): string {
  return clock.format(new Date(at));
}

/** "14:03", with its day if that is not today: "Mon 14:03", "Yesterday 14:03" */
export function momentOf(at: string, now: number): string {
  return daysBetween(at, now) === 0
    ? timeOfDay(at)
    : `${olderAge(at, now, texts.time.hours)} ${timeOfDay(at)}`;
}

/** Everything there is to know about the moment, for a tooltip. */
export function exactTime(at: string): string {
  return exact.format(new Date(at));
}

/** "16 Nov 2026, 14:03:27", where several things happen in a minute. */
export function timeToTheSecond(at: string): string {
  return second.format(new Date(at));
}

/** As short as a row of the list needs it: "now", "3m", "4h", "Yesterday", "Mon", "12 Sep", "12 Sep 2025". */
export function shortAge(at: string, now: number): string {
  const elapsed = now - Date.parse(at);
  if (elapsed < MINUTE) return texts.time.now;
  if (elapsed < HOUR) return texts.time.minutesShort(Math.floor(elapsed / MINUTE));
  return olderAge(at, now, texts.time.hoursShort);
}

/** With a little more room: "now", "3 min", "1 h", then as [shortAge]. */
export function age(at: string, now: number): string {
  const elapsed = now - Date.parse(at);
  if (elapsed < MINUTE) return texts.time.now;
  if (elapsed < HOUR) return texts.time.minutes(Math.floor(elapsed / MINUTE));
  return olderAge(at, now, texts.time.hours);
}

/** For ears: "just now", "3 minutes ago", "4 hours ago", then as [shortAge]. */
export function spokenAge(at: string, now: number): string {
  const elapsed = now - Date.parse(at);
  if (elapsed < MINUTE) return texts.time.spokenNow;
  if (elapsed < HOUR) return texts.time.spokenMinutes(Math.floor(elapsed / MINUTE));
  return olderAge(at, now, texts.time.spokenHours);
}

/** "Left 12 min ago" */
export function leftAgo(at: string, now: number): string {
  const elapsed = now - Date.parse(at);
  if (elapsed < MINUTE) return texts.presence.leftJustNow;
  if (elapsed < HOUR) return texts.presence.leftMinutes(Math.floor(elapsed / MINUTE));
  if (daysBetween(at, now) === 0) return texts.presence.leftHours(Math.floor(elapsed / HOUR));
  return texts.presence.leftOn(olderAge(at, now, texts.time.hours));
}

/** The title of a day in the thread: "Today", "Yesterday", "Monday, 17 November". */
export function dayTitle(at: string, now: number): string {
  const days = daysBetween(at, now);
  if (days === 0) return texts.time.today;
  if (days === 1) return texts.time.yesterday;
  const day = new Date(at);
  return day.getFullYear() === new Date(now).getFullYear()
    ? longDay.format(day)
    : longDate.format(day);
}

/** The same text for all moments of one day, where the reader is. */
export function dayOf(at: string): string {
  return new Date(at).toDateString();
}

function olderAge(at: string, now: number, hours: (count: number) => string): string {
  const days = daysBetween(at, now);
  if (days <= 0) return hours(Math.max(1, Math.floor((now - Date.parse(at)) / HOUR)));
  if (days === 1) return texts.time.yesterday;
  const day = new Date(at);
  if (days < 7) return weekday.format(day);
  if (day.getFullYear() === new Date(now).getFullYear()) return dayAndMonth.format(day);
  return date.format(day);
}

/** Midnights between two moments, where the reader is; days of 23 and 25 hours count as days. */
function daysBetween(at: string, now: number): number {
  const midnight = (day: Date) => Date.UTC(day.getFullYear(), day.getMonth(), day.getDate());
  return (midnight(new Date(now)) - midnight(new Date(at))) / (24 * HOUR);
}
