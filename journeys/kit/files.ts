import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import type { Locator } from "@playwright/test";

/** A file as a browser is given it. */
export interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A picture of one colour, or of as many as there are: such a one does not pack. */
export function aPicture(name: string, width = 320, height = 240, colour?: number): GivenFile {
  const row = width * 3 + 1;
  const pixels = Buffer.alloc(row * height);
  let state = 1;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width * 3; x += 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      pixels[y * row + 1 + x] =
        colour === undefined ? state >>> 24 : (colour >> ((x % 3) * 8)) & 255;
    }
  }
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 2, 0, 0, 0], 8);
  const buffer = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", size),
    chunk("IDAT", deflateSync(pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
  return { name, mimeType: "image/png", buffer };
}

/** One of the videos in `samples`: `clip.mp4` is two seconds long, `long.mp4` a second more than a minute. */
export function aVideo(sample: "clip.mp4" | "long.mp4", name: string, bytes = 0): GivenFile {
  const film = readFileSync(new URL(`../samples/${sample}`, import.meta.url));
  const rest = Buffer.alloc(Math.max(0, bytes - film.length));
  return { name, mimeType: "video/mp4", buffer: Buffer.concat([film, rest]) };
}

export function aProgram(name: string): GivenFile {
  return { name, mimeType: "image/png", buffer: Buffer.from("MZ is how a program begins") };
}

/** Files as the hand brings them, over the clipboard or the mouse, to a place in the page or in a frame of it. */
function carried(to: Locator, files: readonly GivenFile[]) {
  return to.evaluateHandle(
    (_, given) => {
      const transfer = new DataTransfer();
      for (const { name, mimeType, bytes } of given) {
        const content = Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0));
        transfer.items.add(new File([content], name, { type: mimeType }));
      }
      return transfer;
    },
    files.map(({ name, mimeType, buffer }) => ({
      name,
      mimeType,
      bytes: buffer.toString("base64"),
    })),
  );
}

export async function paste(into: Locator, ...files: readonly GivenFile[]): Promise<void> {
  const clipboardData = await carried(into, files);
  await into.evaluate((element, data) => {
    const init = { clipboardData: data, bubbles: true, cancelable: true };
    element.dispatchEvent(new ClipboardEvent("paste", init));
  }, clipboardData);
}

/** Drags files over a place, and lets go of them there once `over` has been looked at. */
export async function drop(
  onto: Locator,
  over: () => Promise<void>,
  ...files: readonly GivenFile[]
): Promise<void> {
  const dataTransfer = await carried(onto, files);
  await onto.dispatchEvent("dragenter", { dataTransfer });
  await onto.dispatchEvent("dragover", { dataTransfer });
  await over();
  await onto.dispatchEvent("drop", { dataTransfer });
}

/** Chooses files in the browser's own window, which a button has opened. */
export async function choose(button: Locator, ...files: readonly GivenFile[]): Promise<void> {
  const chooser = button.page().waitForEvent("filechooser");
  await button.click();
  await (await chooser).setFiles([...files]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(checksum(body), body.length + 4);
  return framed;
}

function checksum(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
