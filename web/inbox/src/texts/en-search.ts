const results = (count: number) => (count === 1 ? "1 result" : `${count} results`);

export const searchTexts = {
  label: "Search messages, people and orders",
  placeholder: "Search messages, people, orders",
  clear: "Clear the search",
  results: "Search results",
  found: (count: number, more: boolean) =>
    more ? `${results(count)}, more below` : results(count),
  searching: "Searching…",
  nothing: (query: string) => `Nothing found for “${query}”.`,
  looksAt: "Search looks at messages, names, e-mail addresses and order numbers.",
  onlyIn: (view: string) => `Only ${view} was searched.`,
  everywhere: "Search all conversations",
  further: "Search further back",
  failed: "The search did not work.",
  order: (number: string) => `Order ${number}`,
  you: "You:",
  by: (name: string) => `${name}:`,
  /** Spoken; what is seen is a lock. */
  note: "Note.",
  hit: (name: string, when: string, text: string) => `${name}, ${when}: ${text}`,
};
