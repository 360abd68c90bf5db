import type { Language } from "../../../port/src/messages.ts";

/** What is said to whoever was led here by a link in a mail, fetched for them alone. */
export interface ConfirmWords {
  /** The address stands where this is split, apart from the words around it. */
  readonly question: readonly [before: string, after: string];
  readonly hint: string;
  readonly yes: string;
  readonly no: string;
  readonly confirmed: readonly [before: string, after: string];
  readonly over: string;
  readonly another: string;
  readonly dismiss: string;
}

const english: ConfirmWords = {
  question: ["Is ", " your e-mail address?"],
  hint: "Say yes only if the link was in an e-mail to you.",
  yes: "Yes, it is mine",
  no: "No",
  confirmed: ["Your e-mail address ", " is confirmed."],
  over: "This link no longer works. The next answer that you get by e-mail brings a new one.",
  another: "Nothing has changed: this chat is with somebody who has another e-mail address.",
  dismiss: "OK",
};

const arabic: ConfirmWords = {
  question: ["هل ", " هو بريدك الإلكتروني؟"],
  hint: "أجب بنعم فقط إذا وصلك الرابط في رسالة بريد موجهة إليك.",
  yes: "نعم، هو بريدي",
  no: "لا",
  confirmed: ["تم تأكيد بريدك الإلكتروني ", "."],
  over: "لم يعد هذا الرابط يعمل. الرد التالي الذي يصلك عبر البريد الإلكتروني يحمل رابطاً جديداً.",
  another: "لم يتغير شيء: هذه المحادثة لشخص لديه بريد إلكتروني آخر.",
  dismiss: "حسناً",
};

export function confirmWords(language: string): ConfirmWords {
  const words: Readonly<Record<Language, ConfirmWords>> = { en: english, ar: arabic };
  return language === "ar" ? words.ar : words.en;
}
