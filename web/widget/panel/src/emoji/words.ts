/** What is said about emoji, fetched with them. */
interface EmojiWords {
  readonly picker: string;
  /** Null where they are not called by names that one could look for. */
  readonly search: string | null;
  readonly none: string;
  readonly groups: Readonly<Record<number, string>>;
}

const english: EmojiWords = {
  picker: "Emoji",
  search: "Search emoji",
  none: "No emoji is called that.",
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

const arabic: EmojiWords = {
  picker: "رموز تعبيرية",
  search: null,
  none: "",
  groups: {
    0: "وجوه ومشاعر",
    1: "أشخاص",
    3: "حيوانات وطبيعة",
    4: "طعام وشراب",
    5: "سفر وأماكن",
    6: "أنشطة",
    7: "أشياء",
    8: "علامات",
    9: "أعلام",
  },
};

/** In the language of the panel. */
export function emojiWords(): EmojiWords {
  return document.documentElement.lang === "ar" ? arabic : english;
}
