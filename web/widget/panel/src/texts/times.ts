import type { Language } from "../../../port/src/messages.ts";
import type { Texts } from "./texts.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Times and numbers as the shopper's region writes them, with the same figures as everywhere else in the chat. */
export interface Times {
  /** 14:05 */
  clock(at: number): string;
  /** Today, Yesterday, 3 March */
  day(at: number, now: number): string;
  /** now, 4 min, 2 hr, Yesterday, 3 March */
  ago(at: number, now: number): string;
  /** For a tooltip: the whole of it. */
  exact(at: number): string;
  number(value: number): string;
}

export function timesIn(language: Language, region: string, texts: Texts): Times {
  const locale =
    language === "ar" ? "ar-u-nu-latn" : region.toLowerCase().startsWith("en") ? region : "en";
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  const clock = format({ timeStyle: "short" });
  const thisYear = format({ day: "numeric", month: "long" });
  const otherYear = format({ day: "numeric", month: "long", year: "numeric" });
  const exact = format({ dateStyle: "full", timeStyle: "short" });
  const spans = (unit: string) =>
    new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" });

  function day(at: number, now: number): string {
    const days = Math.round((midnight(now) - midnight(at)) / DAY);
    if (days === 0) return texts.today;
    if (days === 1) return texts.yesterday;
    const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
    return (sameYear ? thisYear : otherYear).format(at);
  }

  return {
    clock: (at) => clock.format(at),
    day,
    ago(at, now) {
      const passed = now - at;
      if (passed < MINUTE) return texts.now;
      if (passed < HOUR) return spans("minute").format(Math.floor(passed / MINUTE));
      if (midnight(at) === midnight(now)) return spans("hour").format(Math.floor(passed / HOUR));
      return day(at, now);
    },
    exact: (at) => exact.format(at),
    number: (value) => new Intl.NumberFormat(locale).format(value),
  };
}

export function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
