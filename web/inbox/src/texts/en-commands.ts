export const commandTexts = {
  jump: "Jump to",
  title: "Commands",
  field: "Search or jump to",
  here: "This conversation",
  recent: "Recent",
  places: "Go to",
  people: "People",
  nothing: (query: string) => `Nothing found for “${query.trim()}”.`,
  found: (count: number) => (count === 1 ? "1 result" : `${count} results`),
  move: "move",
  choose: "run",
  close: "close",
};
