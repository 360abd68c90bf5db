/** About closed conversations and those in which they go on. */
export const historyTexts = {
  earlier: (day: string) => `Earlier conversation, ${day}`,
  open: "Open it",
  present: "This conversation",
  elsewhere: (name: string, day: string) =>
    `Earlier conversation, ${day}. It is assigned to ${name} and not yours to read.`,
  hidden: "There was an earlier conversation. It is not yours to read.",
  foot: "Where this conversation goes on",
  continuedIn: "Continued in",
  newer: (name: string) => `${name}'s newer conversation`,
  continuedElsewhere: (name: string) =>
    `Continued in a newer conversation, which is assigned to ${name}.`,
  continuedHidden: "Continued in a newer conversation, which is not yours to see.",
  continued: "Continued in a newer conversation.",
  closed: "Nothing more can be written here.",
  draft: "Not sent from here:",
  takeAlong: "Take it along",
  discard: "Delete",
};
