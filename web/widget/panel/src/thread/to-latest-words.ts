/** What is said on the way back to the end of the thread, fetched with it. */
interface ToLatestWords {
  readonly newMessages: (count: number) => string;
  readonly toLatest: string;
}

const english: ToLatestWords = {
  newMessages: (count) => (count === 1 ? "1 new message" : `${count} new messages`),
  toLatest: "Go to the latest message",
};

const plural = new Intl.PluralRules("ar");

export const arabic: ToLatestWords = {
  // One and two by words, three to ten with the plural, and more with the singular.
  newMessages(count) {
    switch (plural.select(count)) {
      case "one":
        return "رسالة جديدة";
      case "two":
        return "رسالتان جديدتان";
      case "few":
        return `${count} رسائل جديدة`;
      default:
        return `${count} رسالة جديدة`;
    }
  },
  toLatest: "الانتقال إلى أحدث رسالة",
};

/** In the language of the page. */
export function toLatestWords(): ToLatestWords {
  return document.documentElement.lang === "ar" ? arabic : english;
}
