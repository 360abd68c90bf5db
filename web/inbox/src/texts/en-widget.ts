/** Texts by the code the server refuses with; it may know more codes than these. */
const refusals: Readonly<Record<string, string>> = {
  origin_invalid:
    "This is no address of a web page. Write it as in the browser: https://www.your-shop.com",
  origin_missing: "One address has to stay.",
  too_many_origins: "More than 20 addresses are not possible. Remove one first.",
};

/** What Settings > Widget says; a chunk with its page. */
export const widgetTexts = {
  page: "Widget",
  intro: "The chat on your store’s pages, and which pages may show it.",
  paste:
    "Paste this line into every page that is to have the chat, just before </body>. Most shops have one template for all pages.",
  key: (key: string) => `Widget key: ${key}`,
  origins: "Where your store is",
  originsHint:
    "Only pages at these addresses can show the chat. Answers by e-mail lead to the first of them.",
  main: "Main address",
  makeMain: "Make main",
  makeMainOf: (origin: string) => `Make ${origin} the main address`,
  remove: "Remove",
  removeOf: (origin: string) => `Remove ${origin}`,
  removeTitle: "Remove this address?",
  removeText: (origin: string) =>
    `Pages at ${origin} lose the chat. Conversations stay, and so do chats that are open now.`,
  another: "Another address",
  anotherHint: "Example: https://www.your-shop.com",
  add: "Add",
  added: (origin: string) => `Pages at ${origin} can show the chat now.`,
  removed: (origin: string) => `Pages at ${origin} show the chat no more.`,
  isMain: (origin: string) => `${origin} is the main address now.`,
  there: "This address is in the list already.",
  refusals,
};
