const DONE = {
  resolve: "resolved",
  reopen: "reopened",
  read: "marked read",
  unread: "marked unread",
  assign: "assigned",
  unassign: "unassigned",
  label: "labelled",
  unlabel: "freed of the label",
};

export const bulkTexts = {
  resolve: "Resolve",
  reopen: "Reopen",
  read: "Mark read",
  assign: "Assign",
  labels: "Labels",
  /** "12 resolved. 1 could not be." */
  told: (what: keyof typeof DONE, done: number, failed: number) => {
    if (done === 0) return `${failed} could not be ${DONE[what]}.`;
    return `${done} ${DONE[what]}.${failed > 0 ? ` ${failed} could not be.` : ""}`;
  },
  closed: "What is closed goes on in a newer conversation of the same customer.",
  undone: (done: number, failed: number) =>
    failed === 0 ? `${done} as before.` : `${done} as before. ${failed} could not be taken back.`,
};
