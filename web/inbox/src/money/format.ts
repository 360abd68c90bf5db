import { locale } from "../time/locale.ts";

const numbers = new Intl.NumberFormat(locale);
const formats = new Map<string, Intl.NumberFormat>();

/** "€96.00", of an amount in the currency's smallest unit. */
export function money(amount: number, currency: string): string {
  const format = formatOf(currency);
  const digits = format.resolvedOptions().maximumFractionDigits ?? 0;
  return format.format(amount / 10 ** digits);
}

/** "1,199,880" */
export function number(count: number): string {
  return numbers.format(count);
}

function formatOf(currency: string): Intl.NumberFormat {
  const known = formats.get(currency);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { style: "currency", currency });
  formats.set(currency, made);
  return made;
}
