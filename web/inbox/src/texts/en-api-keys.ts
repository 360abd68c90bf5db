/** Texts by the code the server refuses a key with. */
const refusals: Readonly<Record<string, string>> = {
  api_key_name_empty: "Write a name.",
  api_key_name_too_long: "Use at most 60 characters for the name.",
  api_key_name_taken: "Another key has this name.",
  api_key_in_use: "This key is used already.",
  api_keys_too_many: "A store can have up to 50 keys. Revoke one that nobody uses.",
  scopes_empty: "Choose what the key allows.",
  not_permitted: "Your roles do not allow this.",
};

/** What people call a scope; a newer server may know more than these. */
const scopes: Readonly<Record<string, { readonly name: string; readonly hint: string }>> = {
  read_customers: {
    name: "Read customers",
    hint: "Names, e-mail addresses and postal addresses.",
  },
  write_customers: {
    name: "Write customers",
    hint: "Tell what is known of customers, and erase them for good with their orders and all their conversations. Each answer shows what is kept.",
  },
  read_products: { name: "Read products", hint: "What the store sells." },
  write_products: {
    name: "Write products",
    hint: "Tell what the store sells. Each answer shows what is kept.",
  },
  read_orders: { name: "Read orders", hint: "Who bought what, and how far it is." },
  write_orders: {
    name: "Write orders",
    hint: "Tell who bought what, and how far it is. Each answer shows what is kept.",
  },
  read_carts: { name: "Read carts", hint: "What customers have in their carts, as it was told." },
  write_carts: {
    name: "Write carts",
    hint: "Tell what customers have in their carts. Each answer shows what is kept.",
  },
  read_conversations: {
    name: "Read conversations",
    hint: "All of them, also assigned ones: who writes, what was said, and notes.",
  },
  write_conversations: {
    name: "Change conversations",
    hint: "Resolve and reopen them. Each answer shows who writes.",
  },
  write_messages: {
    name: "Write messages",
    hint: "Say something to customers in their conversations, and leave notes for staff, under the key’s name.",
  },
};

/** What the page of API keys says; a chunk of their own. */
export const apiKeyTexts = {
  page: "API keys",
  intro:
    "With a key your webshop or another of your systems tells Shopbell about your customers, products and orders. Give each system a key of its own.",
  add: "Make a key",
  failed: "The server could not do this. Try again.",
  offline: "The server does not answer. Check your connection.",
  refusals,
  scopes,
  list: "API keys",
  emptyTitle: "No keys yet",
  empty: "Make one for the system that is to talk to Shopbell.",
  ending: (ending: string) => `sbk_…${ending}`,
  madeBy: (name: string, day: string) => `Made by ${name}, ${day}`,
  never: "Not used yet",
  usedNow: "Used just now",
  used: (when: string) => `Used last: ${when}`,
  revoke: "Revoke",
  revokeOf: (name: string) => `Revoke the key ${name}`,
  revokeTitle: "Revoke this key?",
  revokeText: (name: string) =>
    `The system that uses “${name}” is not let in any more. This cannot be taken back.`,
  revoked: (name: string) => `“${name}” is revoked.`,
  dialog: {
    title: "Make a key",
    name: "Name",
    nameHint: "The system that uses it, such as Webshop.",
    scopes: "What it allows",
    submit: "Make key",
    making: "Making the key",
    madeTitle: "Your new key",
    once: (name: string) =>
      `This is the key for “${name}”. Copy it now: it is shown this once and kept nowhere.`,
    label: "API key",
    copy: "Copy key",
    copied: "Copied",
    done: "Done",
  },
};
