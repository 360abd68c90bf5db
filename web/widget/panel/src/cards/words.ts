/** What is said of cards, fetched with what shows them. */
export interface CardWords {
  readonly list: string;
  readonly view: string;
  readonly soldOut: string;
  readonly priceBefore: string;
  readonly code: string;
  readonly copy: string;
  readonly copied: string;
  readonly use: string;
  readonly order: (number: string) => string;
}

const english: CardWords = {
  list: "From the shop",
  view: "View product",
  soldOut: "Sold out",
  priceBefore: "Price before:",
  code: "Discount code",
  copy: "Copy the code",
  copied: "Code copied",
  use: "Use this code",
  order: (number) => `Order ${number}`,
};

const arabic: CardWords = {
  list: "من المتجر",
  view: "عرض المنتج",
  soldOut: "نفدت الكمية",
  priceBefore: "السعر السابق:",
  code: "رمز الخصم",
  copy: "نسخ الرمز",
  copied: "تم نسخ الرمز",
  use: "استخدام الرمز",
  order: (number) => `الطلب \u2068${number}\u2069`,
};

/** In the language of the page. */
export function cardWords(): CardWords {
  return document.documentElement.lang === "ar" ? arabic : english;
}
