import type { Faq, FaqAnswer, ShopperFaq } from "./faqs.ts";
import { isListOf, isNullable, isObject, isText, isTruth } from "./guard.ts";

const isFaq = isObject<Faq>({
  id: isText,
  language: isText,
  question: isText,
  answer: isText,
  shown: isTruth,
  changedAt: isText,
});

export const isFaqs = isObject<{ readonly faqs: readonly Faq[] }>({ faqs: isListOf(isFaq) });

export const isFaqAnswer = isObject<FaqAnswer>({ faq: isNullable(isFaq) });

export const isShopperFaqs = isObject<{ readonly faqs: readonly ShopperFaq[] }>({
  faqs: isListOf(
    isObject<ShopperFaq>({ id: isText, language: isText, question: isText, answer: isText }),
  ),
});
