import type { Piece } from "@shopbell/protocol/links";

const MOST_CHARACTERS = 1_500;
const MOST_LINES = 24;

type Parts = readonly Piece[];

/**
 * As much of a long text as is shown at first, cut between words and never inside a link; the same value when all of
 * it is short enough. A little over is not worth a cut.
 */
export function beginning(parts: Parts): Parts {
  const text = parts.map(textOf).join("");
  const limit = Math.min(MOST_CHARACTERS, endOfLine(text, MOST_LINES));
  if (text.length <= limit * 1.2) return parts;
  const shown: Piece[] = [];
  let left = limit;
  for (const part of parts) {
    const length = textOf(part).length;
    if (length > left) {
      shown.push(typeof part === "string" ? cut(part, left) : part);
      return shown;
    }
    shown.push(part);
    left -= length;
  }
  return shown;
}

function textOf(part: Piece): string {
  return typeof part === "string" ? part : part.text;
}

function cut(text: string, length: number): string {
  const space = text.lastIndexOf(" ", length);
  const whole = space > length * 0.6 ? text.slice(0, space) : text.slice(0, length);
  // Half of a character that takes two places is none.
  return whole.replace(/[\uD800-\uDBFF]$/, "").trimEnd();
}

function endOfLine(text: string, lines: number): number {
  let at = -1;
  for (let line = 0; line < lines; line += 1) {
    at = text.indexOf("\n", at + 1);
    if (at < 0) return text.length;
  }
  return at;
}
