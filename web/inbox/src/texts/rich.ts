/** A sentence with emphasised parts, so that no name is ever taken for markup. */
export type Rich = readonly (string | { readonly strong: string })[];

export const strong = (text: string) => ({ strong: text });
