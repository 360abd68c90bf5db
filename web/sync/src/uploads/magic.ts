import type { FileKind } from "./problems.ts";

/** What a file is, as its first bytes tell; its name may say anything. */
export interface Sort {
  readonly kind: FileKind;
  readonly mediaType: string;
  /** Has to become another kind before it is sent: not every browser shows it. */
  readonly foreign?: true;
}

/** So many of the first bytes are needed to tell. */
export const HEAD_BYTES = 64;

const image = (mediaType: string): Sort => ({ kind: "image", mediaType });
const video = (mediaType: string): Sort => ({ kind: "video", mediaType });

/** Of the container that films and newer pictures share: its brand says which it is. The server has the same list, `protocol/accepted-files.json`. */
const BRANDS: readonly (readonly [RegExp, Sort])[] = [
  [/^avi[fs]/, { ...image("image/avif"), foreign: true }],
  [/^(hei[cmsx]|hev[cmsx]|mif1|msf1)/, { ...image("image/heic"), foreign: true }],
  [/^qt {2}/, video("video/quicktime")],
  [
    /^(iso[m2-9]|mp4[12]|mp71|M4V[ HP]|MSNV|avc1|hvc1|av01|dash|msdh|cmf[c2]|f4v |mmp4|3gp[4-7])/,
    video("video/mp4"),
  ],
];

/** Null: nothing that can be sent. */
export function sortOf(head: Uint8Array): Sort | null {
  const text = String.fromCharCode(...head);
  if (text.startsWith("\xff\xd8\xff")) return image("image/jpeg");
  if (text.startsWith("\x89PNG\r\n\x1a\n")) return image("image/png");
  if (/^GIF8[79]a/.test(text)) return image("image/gif");
  if (/^RIFF.{4}WEBP/s.test(text)) return image("image/webp");
  if (text.startsWith("\x1a\x45\xdf\xa3"))
    return text.includes("webm") ? video("video/webm") : null;
  const box = text.slice(4, 8);
  if (box === "ftyp") return BRANDS.find(([brand]) => brand.test(text.slice(8)))?.[1] ?? null;
  // Films of older cameras begin with what is in them.
  return /^(moov|mdat|wide|free|skip)$/.test(box) ? video("video/quicktime") : null;
}
