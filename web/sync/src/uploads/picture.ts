import { MOST_BYTES } from "./problems.ts";

/** An image that was made in this browser. */
export interface Drawn {
  readonly file: Blob;
  readonly width: number;
  readonly height: number;
}

/** The long edge of what is shrunk; smaller only where that is still too much. */
const EDGES = [1600, 1200, 900, 640];
const QUALITIES = [0.86, 0.74, 0.6];
/** Of what is only turned into another kind, and shrunk if that does not fit; the server draws no more of a WebP at once. */
const AS_IT_IS = 2048;

/** The same picture in as few bytes as may be sent; null where this browser cannot read it. */
export function shrunk(picture: Blob): Promise<Drawn | null> {
  return drawn(picture, EDGES);
}

/** The same picture as one that every browser shows. */
export function converted(picture: Blob): Promise<Drawn | null> {
  return drawn(picture, [AS_IT_IS, ...EDGES]);
}

async function drawn(picture: Blob, edges: readonly number[]): Promise<Drawn | null> {
  const bitmap = await readable(picture);
  if (!bitmap) return null;
  try {
    for (const edge of edges) {
      for (const quality of QUALITIES) {
        const made = await redrawn(bitmap, bitmap.width, bitmap.height, edge, quality);
        if (made && made.file.size <= MOST_BYTES) return made;
      }
    }
    return null;
  } finally {
    bitmap.close();
  }
}

/** How large it is on screen, turned as its camera was; null where this browser cannot read it. */
export async function sizeOf(
  picture: Blob,
): Promise<{ readonly width: number; readonly height: number } | null> {
  const bitmap = await readable(picture);
  if (!bitmap) return null;
  const { width, height } = bitmap;
  bitmap.close();
  return { width, height };
}

async function readable(picture: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(picture, { imageOrientation: "from-image" });
  } catch {
    return null;
  }
}

/** Draws an image, or a film's present frame, with a long edge of at most that. */
export async function redrawn(
  source: CanvasImageSource,
  width: number,
  height: number,
  edge: number,
  quality: number,
): Promise<Drawn | null> {
  const scale = Math.min(1, edge / Math.max(width, height, 1));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  pen.imageSmoothingQuality = "high";
  pen.drawImage(source, 0, 0, canvas.width, canvas.height);
  const size = { width: canvas.width, height: canvas.height };
  const webp = await encoded(canvas, "image/webp", quality);
  // A browser that cannot make one quietly makes a PNG instead.
  if (webp?.type === "image/webp") return { file: webp, ...size };
  // There is nothing behind what is transparent; paper is white.
  pen.globalCompositeOperation = "destination-over";
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  const jpeg = await encoded(canvas, "image/jpeg", quality);
  return jpeg && { file: jpeg, ...size };
}

function encoded(canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, type, quality));
}
