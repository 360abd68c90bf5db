import { locale } from "../time/locale.ts";

const month = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric" });
const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" });
const dayOfThisYear = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" });

/** "March 2024" */
export function monthOf(at: string): string {
  return month.format(new Date(at));
}

/** "4 Mar 2024" */
export function dateOf(at: string): string {
  return day.format(new Date(at));
}

/** "12 Sep", and with its year when that is another one than now. */
export function shortDay(at: string, now: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (isThisYear ? dayOfThisYear : day).format(new Date(at));
}

/** "Polish" of "pl"; what is no tag stays as it is. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** "Poland" of "PL". */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}
