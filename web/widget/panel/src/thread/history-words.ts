/** What is said of earlier conversations, fetched with what shows them. */
interface HistoryWords {
  readonly earlier: (day: string) => string;
  readonly present: string;
  readonly failed: string;
}

const english: HistoryWords = {
  earlier: (day) => `Earlier conversation, ${day}`,
  present: "This conversation",
  failed: "Earlier messages could not be loaded.",
};

const arabic: HistoryWords = {
  earlier: (day) => `محادثة سابقة، ${day}`,
  present: "هذه المحادثة",
  failed: "تعذّر تحميل الرسائل السابقة.",
};

/** In the language of the page. */
export function historyWords(): HistoryWords {
  return document.documentElement.lang === "ar" ? arabic : english;
}
