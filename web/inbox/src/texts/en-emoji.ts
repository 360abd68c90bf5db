/** What is said about emoji; a chunk of their own. */
export const emojiTexts = {
  picker: "Emoji",
  search: "Search emoji",
  none: "No emoji is called that.",
  recent: "Recently used",
  list: "Emoji",
  groups: {
    0: "Smileys and emotion",
    1: "People and body",
    3: "Animals and nature",
    4: "Food and drink",
    5: "Travel and places",
    6: "Activities",
    7: "Objects",
    8: "Symbols",
    9: "Flags",
  },
};
