import type { MessageFile } from "./message-file.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

const MOST_WIDE = 280;
const MOST_HIGH = 300;
const LEAST = 96;

/** As large as one file alone is drawn: known before it is loaded, so that nothing moves when it is. */
export function placeFor({ width, height }: Size): Size {
  if (width === 0 || height === 0) return { width: 200, height: 150 };
  const scale = Math.min(1, MOST_WIDE / width, MOST_HIGH / height);
  return {
    width: Math.max(LEAST, Math.round(width * scale)),
    height: Math.max(LEAST, Math.round(height * scale)),
  };
}

/** So many are drawn; more are shown in the viewer alone. */
export const MOST_TILES = 4;
const ROW = 112;
const GAP = 4;

/** How high the images and videos of one message are together, known before anything of them is there. */
export function heightFor(files: readonly MessageFile[]): number {
  const [first] = files;
  if (files.length === 1 && first?.kind === "stored") return placeFor(first.attachment).height;
  const rows = Math.ceil(Math.min(files.length, MOST_TILES) / 2);
  return rows * (ROW + GAP) - GAP;
}
