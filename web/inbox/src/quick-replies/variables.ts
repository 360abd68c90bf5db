/** What a quick reply can ask for, in braces: `{customer.first_name}`. */
export const VARIABLES = [
  "customer.first_name",
  "customer.name",
  "customer.email",
  "staff.first_name",
  "store.name",
] as const;

export type Variable = (typeof VARIABLES)[number];

/** What is known, by variable; null where nothing is. */
export type Values = Readonly<Record<Variable, string | null>>;

const ONE = new RegExp(`\\{(${VARIABLES.join("|").replaceAll(".", "\\.")})\\}`, "u");

/** A text in pieces: what is written, and what is to be filled in. */
export function piecesOf(text: string): readonly (string | { readonly variable: Variable })[] {
  return text
    .split(new RegExp(ONE, "gu"))
    .map((piece, index) => {
      const variable = index % 2 === 1 ? VARIABLES.find((each) => each === piece) : undefined;
      return variable ? { variable } : piece;
    })
    .filter((piece) => piece !== "");
}

/** The first variable that still stands in a text. */
export function unfilledIn(text: string): { readonly start: number; readonly end: number } | null {
  const found = ONE.exec(text);
  return found && { start: found.index, end: found.index + found[0].length };
}
