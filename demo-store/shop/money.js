/** A price in cents as shoppers read it: `€132.00`. */
export const euros = (cents, locale = "en-IE") =>
  new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" }).format(cents / 100);
