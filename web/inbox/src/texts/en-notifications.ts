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
    hint: "An e-mail about customers’ messages you have not opened. Several in a row come as one.",
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
  saved: "Saved.",
  several: (messages: number, text: string) => `${messages} new messages\n${text}`,
} as const;
