/** Texts by the code the server refuses a webhook with. */
const refusals: Readonly<Record<string, string>> = {
  webhook_url_invalid: "Write an address on the Internet that begins with https://.",
  webhook_url_too_long: "Use at most 2,000 characters for the address.",
  webhook_events_empty: "Choose what it hears of.",
  webhooks_too_many: "A store can have up to 20 webhooks. Delete one that nobody uses.",
  webhook_secrets_too_many:
    "The secret was replaced many times today. Wait until an old one has ended.",
  webhook_too_much_asked: "Wait until what you asked for is sent.",
  not_permitted: "Your roles do not allow this.",
  not_found: "It is not there any more.",
};

/** What people call an event; a newer server may know more than these. */
const events: Readonly<Record<string, { readonly name: string; readonly hint: string }>> = {
  "conversation.created": {
    name: "New conversation",
    hint: "Somebody wrote to the store for the first time.",
  },
  "message.created": {
    name: "New message",
    hint: "Of a customer or of the store. Never notes.",
  },
  "conversation.resolved": { name: "Resolved", hint: "By anybody, or by itself." },
  "conversation.reopened": { name: "Reopened", hint: "By anybody, or by itself." },
  "conversation.assigned": { name: "Assigned", hint: "To somebody, or to nobody." },
};

const pauses: Readonly<Record<string, string>> = {
  by_hand: "Turned off",
  gone: "Turned off: the other side said there is nobody any more",
  failing: "Turned off: one message did not arrive for three days",
};

const states: Readonly<Record<string, string>> = {
  waiting: "Waiting",
  delivered: "Delivered",
  failed: "Failed",
};

/** Why something did not arrive. */
const errors: Readonly<Record<string, string>> = {
  refused: "The other side refused it",
  redirected: "The other side sent us elsewhere, where we do not go",
  timeout: "No answer within ten seconds",
  unreachable: "Nobody is there",
  name_not_found: "The name is unknown",
  out_of_reach: "The address is inside a private network",
  tls: "The certificate is not good for this name",
  broken_off: "The connection broke off",
  no_answer: "The answer made no sense",
  secret_lost: "The secret is lost. Replace it",
};

/** What the page of webhooks says; a chunk of their own. */
export const webhookTexts = {
  page: "Webhooks",
  intro:
    "A webhook tells one of your systems of what happens here, as soon as it happens. Requests hold ids only; your system reads the rest with an API key.",
  add: "Add a webhook",
  failed: "The server could not do this. Try again.",
  offline: "The server does not answer. Check your connection.",
  refusals,
  events,
  pauses,
  states,
  errors,
  list: "Webhooks",
  emptyTitle: "No webhooks yet",
  empty: "Add one for the system that is to hear of what happens.",
  works: "Works",
  isFailing: "Failing",
  isOff: "Off",
  notTried: "Not tried yet",
  lastFailed: "The last attempt did not arrive",
  deliveredNow: "Delivered just now",
  delivered: (when: string) => `Delivered last: ${when}`,
  failing: (when: string) => `Since ${when} nothing arrived`,
  waiting: (count: number) => (count === 1 ? "1 waits" : `${count} wait`),
  madeBy: (name: string, day: string) => `Added by ${name}, ${day}`,
  secretsUntil: (when: string) => `The old secret signs until ${when}`,
  open: "Log",
  openOf: (url: string) => `Log of ${url}`,
  edit: "Edit",
  editOf: (url: string) => `Edit ${url}`,
  dialog: {
    addTitle: "Add a webhook",
    editTitle: "Edit the webhook",
    url: "Address",
    urlHint: "Where your system listens, such as https://shop.example.com/hooks",
    events: "What it hears of",
    on: "Turned on",
    onHint: "While it is off, nothing is kept for it.",
    submitAdd: "Add webhook",
    submitEdit: "Save",
    busy: "Saving",
  },
  secret: {
    title: "The secret",
    once: "By this secret your system knows that a request is from Shopbell. Copy it now: it is shown this once.",
    label: "Secret of the webhook",
    copy: "Copy secret",
    copied: "Copied",
    done: "Done",
  },
  log: {
    back: "All webhooks",
    list: "What was sent",
    filter: "Show",
    all: "Everything",
    empty: "Nothing was sent in the last 30 days.",
    more: "Show more",
    test: "Send a test",
    tested: "The test is on its way.",
    again: "Send again",
    againOf: (event: string) => `Send again: ${event}`,
    resent: "It is on its way again.",
    testEvent: "Test",
    attempts: (count: number, last: string) =>
      count === 1 ? `1 attempt: ${last}` : `${count} attempts, the last: ${last}`,
    answered: (status: number) => `Answered ${status}`,
    took: (millis: number) => `${millis} ms`,
    next: (when: string) => `Next attempt: ${when}`,
    details: "Details",
    id: "Id",
    conversation: "Conversation",
    body: "Sent",
    answer: "Answered",
    nothing: "Nothing",
    replace: "Replace the secret",
    replaceTitle: "Replace the secret?",
    replaceText:
      "You get a new secret. The one you have signs along for 24 hours, so that your system can change over.",
    remove: "Delete",
    removeTitle: "Delete this webhook?",
    removeText:
      "Your system hears of nothing any more, and the log is deleted. This cannot be taken back.",
  },
};
