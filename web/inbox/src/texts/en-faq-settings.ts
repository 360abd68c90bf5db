/** Texts by the code the server refuses an FAQ with. */
const refusals: Readonly<Record<string, string>> = {
  question_empty: "Write a question.",
  question_too_long: "Use at most 120 characters for the question.",
  answer_empty: "Write an answer.",
  answer_too_long: "Use at most 600 characters for the answer.",
  language_unknown: "Choose another language.",
  faqs_too_many: "A store can have up to 200 answers.",
  not_permitted: "Your roles do not allow this.",
};

/** What the page of FAQs says; a chunk of their own. */
export const faqSettingsTexts = {
  page: "FAQs",
  intro: "The first five appear as quick answers in the widget. Drag to change the order.",
  introLanguages:
    "The first five of each language appear as quick answers in the widget. Whoever speaks none of them gets those in the language of the first. Drag to change the order.",
  add: "Add answer",
  failed: "The server could not do this. Try again.",
  offline: "The server does not answer. Check your connection.",
  refusals,
  list: "FAQs",
  notSaved: "Not saved",
  show: (question: string) => `Show “${question}” to shoppers`,
  shown: (question: string) => `Shoppers see “${question}”.`,
  hidden: (question: string) => `Shoppers do not see “${question}” any more.`,
  emptyTitle: "No quick answers yet",
  empty: "Answer what shoppers ask every day, and they find it before they write.",
  choose: "Choose an answer to change it.",
  gone: "This answer does not exist any more.",
  back: "All FAQs",
  editor: {
    edit: "Edit answer",
    make: "New answer",
    remove: "Delete",
    question: "Question",
    questionHint: "Shoppers tap this, so write it as they would say it.",
    answer: "Answer",
    count: (length: number, limit: number) => `${length} of ${limit}`,
    language: "Language",
    discard: "Discard",
    save: "Save",
    saving: "Saving",
    saved: (question: string) => `“${question}” is saved.`,
    removed: (question: string) => `“${question}” is deleted.`,
    removeTitle: "Delete this answer?",
    removeText: (question: string) => `Shoppers do not see “${question}” any more.`,
  },
};
