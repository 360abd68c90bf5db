import type { Topic } from "@shopbell/protocol/notification";

/** What one may be told of: its name and when it happens. */
const topics: Readonly<Record<Topic, readonly [label: string, hint: string]>> = {
  message_unassigned: [
    "New message in an unassigned conversation",
    "A customer writes, and nobody has it yet",
  ],
  message_mine: ["New message in a conversation assigned to me", "A customer writes"],
  assigned: ["Assigned to me", "Another person hands a conversation over"],
  mentioned: ["Mentioned in a note", "Also in conversations that are resolved"],
  bounced: ["E-mail bounced", "A reply of mine or in my conversation did not reach the customer"],
};

/** What the page says on which one chooses how to be told; a chunk of its own. */
export const notificationTexts = {
  page: "Notifications",
  intro: "Each person chooses their own. Nobody is notified about conversations they cannot see.",
  ask: {
    title: "This browser does not allow notifications yet",
    text: "Without it you only hear new messages while this tab is open.",
    allow: "Allow",
  },
  blocked: {
    title: "This browser blocks notifications",
    text: "Allow them for this page in the settings of the browser.",
  },
  section: "Staff notifications",
  email: {
    label: "Inbox notifications",
    hint: "An e-mail about what you have not opened. Several in a row come as one.",
    impossible: "This Shopbell cannot send mail yet: nothing comes until it can.",
  },
  browser: {
    label: "Browser notifications",
    hint: "In the browsers you allowed, also while no tab of the inbox is open.",
    unable: "This browser cannot show notifications, or not on a page without https.",
    onlyOpen: "This browser can be told only while a tab of the inbox is open.",
  },
  quiet: {
    label: "Quiet hours",
    hint: "What comes meanwhile is told afterwards, if you have not opened it.",
    from: "From",
    to: "to",
    every: (zone: string) => `every day, ${zone}`,
    here: (zone: string) => `Use ${zone}`,
    same: "Quiet hours begin and end at different times.",
  },
  sound: {
    label: "Sound",
    hint: "While the inbox is open and you look at something else.",
    play: "Play",
    silent: "This browser did not play it.",
    names: { none: "No sound", knock: "Soft knock", bell: "Bell", chime: "Chime" },
  },
  topics: {
    title: "Tell me about",
    ways: { email: "E-mail", browser: "Browser", sound: "Sound" },
    names: topics,
    cell: (topic: string, way: string) => `${topic}: ${way}`,
    off: (way: string) => `${way} is switched off`,
  },
  saved: "Saved.",
  happened: {
    assigned: "This conversation was assigned to you",
    mentioned: "You were mentioned in a note",
    bounced: "An e-mail did not arrive",
  },
  several: (messages: number, text: string) => `${messages} new messages\n${text}`,
} as const;
