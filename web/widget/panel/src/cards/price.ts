/** An amount in the smallest unit of its currency, as people read it: 1999 are €19.99, and ¥1,999. */
export function priceIn(locale: string, amount: number, currency: string): string {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits);
}
