const counted = (count: number, one: string, many: string) => (count === 1 ? one : many);

/** What a variable is called. */
const variables: Readonly<Record<string, string>> = {
  "customer.first_name": "First name",
  "customer.name": "Whole name",
  "customer.email": "E-mail",
  "staff.first_name": "Your first name",
  "store.name": "Store name",
};

/** What is said about quick replies in the composer; a chunk of their own. */
export const quickReplyTexts = {
  list: "Quick replies",
  loading: "Loading quick replies",
  failed: "Quick replies could not be loaded.",
  none: "There are no quick replies yet.",
  notFound: (word: string) => `No quick reply for /${word}`,
  create: (word: string) => (word ? `Create /${word}` : "Create a quick reply"),
  found: (count: number) => `${count} ${counted(count, "quick reply", "quick replies")}`,
  suggested: "Suggested for the last message",
  matched: (words: readonly string[]) => `matches ${words.join(", ")}`,
  insert: (kind: string, title: string, words: readonly string[]) =>
    `Insert ${kind === "faq" ? "FAQ: " : ""}${title}, matches ${words.join(", ")}`,
  withPicture: "with a picture",
  pictureFailed: "The picture of the quick reply could not be attached.",
  dismiss: "Dismiss suggestions",
  variables,
};
