/** In characters as the server counts them: code points. */
export const MESSAGE_LIMIT = 10_000;

export function lengthOf(text: string): number {
  return [...text].length;
}
