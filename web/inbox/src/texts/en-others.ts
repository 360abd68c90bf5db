export const othersTexts = {
  title: "Assigned to others",
  label: "Conversations assigned to others, most recent first",
  empty: "Nothing is assigned to anybody else",
  more: "Show more",
  reassign: "Reassign",
  reassignOne: (name: string) => `Reassign the conversation with ${name}`,
  taken: (name: string) => `${name} has this conversation now.`,
  returned: "This conversation is assigned to nobody now.",
  why: "Not yours to read",
  whyText:
    "You see who writes with whom, and nothing of what is said. You can give a conversation to somebody else.",
};
