import type { Texts } from "./texts.ts";

const plural = new Intl.PluralRules("ar");

/** Arabic counts one and two by words, three to ten with the plural, and more with the singular. */
function counted(count: number, one: string, two: string, few: string, many: string): string {
  switch (plural.select(count)) {
    case "one":
      return one;
    case "two":
      return two;
    case "few":
      return `${count} ${few}`;
    default:
      return `${count} ${many}`;
  }
}

export const arabic: Texts = {
  chat: "تحدث معنا",
  chatWith: (store) => `محادثة مع ${store}`,
  close: "إغلاق المحادثة",
  back: "رجوع",
  dismiss: "إخفاء",
  unread: (badge) => `، غير مقروءة: ${badge}`,
  waiting: "، بانتظار الرد",
  // Right to left also when the store's name is in Latin letters, and the name apart from what follows it.
  about: (store, when) => `\u200f\u2068${store}\u2069، ${when}`,

  greeting: "مرحباً، كيف يمكننا مساعدتك اليوم؟",
  sendUsAMessage: "أرسل لنا رسالة",
  quickAnswers: "إجابات سريعة",
  youSaid: (text) => `أنت: ${text}`,

  message: "رسالتك",
  email: "البريد الإلكتروني",
  name: "الاسم",
  optional: "(اختياري)",
  emailHint: "نرد عليك هنا، أو عبر البريد الإلكتروني إذا غادرت الصفحة.",
  sendMessage: "إرسال الرسالة",
  messageEmpty: "اكتب رسالتك أولاً.",
  messageTooLong: (length, limit) => `عدد أحرف هذه الرسالة ${length}، والحد الأقصى هو ${limit}.`,
  emailRequired: "أدخل بريدك الإلكتروني حتى نتمكن من الرد عليك.",
  emailIncomplete: "يبدو أن البريد الإلكتروني غير مكتمل. مثال: name@example.com",
  emailTooLong: "هذا البريد الإلكتروني طويل جداً.",
  nameRequired: "أدخل اسمك.",
  nameTooLong: "هذا الاسم طويل جداً.",

  messages: "الرسائل",
  writeAMessage: "اكتب رسالة",
  send: "إرسال",
  attach: "إضافة صورة أو فيديو",
  emoji: "إضافة رمز تعبيري",
  photos: (count) => counted(count, "صورة", "صورتان", "صور", "صورة"),
  videos: (count) => counted(count, "فيديو", "مقطعا فيديو", "مقاطع فيديو", "مقطع فيديو"),
  comma: "، ",
  you: "أنت",
  another: "عبر البريد الإلكتروني من عنوان آخر",
  sending: "جارٍ الإرسال",
  sentAt: (time) => `أُرسلت ${time}`,
  seen: "شوهدت",
  notSent: "لم تُرسل",
  tryAgain: "إعادة المحاولة",
  today: "اليوم",
  yesterday: "أمس",
  now: "الآن",
  loadingEarlier: "جارٍ تحميل الرسائل السابقة",
  loading: "جارٍ تحميل المحادثة",
  loadFailed: "تعذّر تحميل المحادثة.",
  reconnecting: "جارٍ إعادة الاتصال... رسائلك محفوظة وستُرسل عند عودة الاتصال.",
  closed: "هذه المحادثة لا تستقبل الرسائل.",
};
