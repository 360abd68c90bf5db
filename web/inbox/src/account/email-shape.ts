/** Something before and after the @, and a dot in what comes after. The server knows more. */
const SHAPE = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export function looksLikeEmail(text: string): boolean {
  return SHAPE.test(text);
}
