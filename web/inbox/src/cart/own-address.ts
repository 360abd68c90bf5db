/**
 * An address that a page told, if it is one of the store's own, else null. What else a page tells is anybody's word: a picture
 * from elsewhere would tell its owner who looks at it and when, and a link would lead staff to wherever somebody wants them.
 */
export function ownAddress(told: string | null, origins: readonly string[]): string | null {
  if (told === null || !URL.canParse(told)) return null;
  const { origin, href, username, password } = new URL(told);
  return origins.includes(origin) && username === "" && password === "" ? href : null;
}
