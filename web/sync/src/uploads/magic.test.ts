import { expect, test } from "vitest";
import accepted from "../../../../protocol/accepted-files.json";
import { sortOf } from "./magic.ts";

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  new Uint8Array(
    parts.flatMap((part) =>
      typeof part === "string" ? [...part].map((sign) => sign.charCodeAt(0)) : part,
    ),
  );
const film = (brand: string) => bytes([0, 0, 0, 24], "ftyp", brand, [0, 0, 0, 0]);

test.each([
  ["a JPEG", bytes([0xff, 0xd8, 0xff, 0xe0], "JFIF"), "image/jpeg"],
  ["a PNG", bytes([0x89], "PNG\r\n", [0x1a], "\n"), "image/png"],
  ["a GIF", bytes("GIF89a"), "image/gif"],
  ["an old GIF", bytes("GIF87a"), "image/gif"],
  ["a WebP", bytes("RIFF", [10, 1, 0, 0], "WEBPVP8 "), "image/webp"],
  ["an AVIF", film("avif"), "image/avif"],
  ["a HEIC", film("heic"), "image/heic"],
  ["an MP4", film("isom"), "video/mp4"],
  ["an MP4 for phones", film("mp42"), "video/mp4"],
  ["a MOV", film("qt  "), "video/quicktime"],
  ["an older MOV", bytes([0, 0, 0, 8], "wide"), "video/quicktime"],
  ["a WebM", bytes([0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x82, 0x84], "webm"), "video/webm"],
])("%s is told by its first bytes", (_, head, mediaType) => {
  expect(sortOf(head)?.mediaType).toBe(mediaType);
});

test.each([
  ["an SVG", bytes('<svg xmlns="http://www.w3.org/2000/svg">')],
  ["a page", bytes("<!doctype html>")],
  ["a PDF", bytes("%PDF-1.7")],
  ["a program", bytes("MZ", [0x90, 0])],
  ["an archive", bytes("PK", [3, 4])],
  ["a sound", bytes("RIFF", [10, 1, 0, 0], "WAVEfmt ")],
  ["a Matroska film", bytes([0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x82, 0x88], "matroska")],
  ["a film of an unknown brand", film("exe!")],
  ["nothing", bytes()],
])("%s is none of those", (_, head) => {
  expect(sortOf(head)).toBeNull();
});

test.each(Object.entries(accepted.ftyp))(
  "the server's brands of %s are known here",
  (type, all) => {
    for (const brand of all) expect(sortOf(film(brand))?.mediaType, brand).toBe(type);
  },
);

test("whatever the server does not take is not let through", () => {
  for (const brand of accepted.none) expect(sortOf(film(brand)), brand).toBeNull();
  const all: ReadonlySet<string> = new Set(Object.values(accepted.ftyp).flat());
  const signs = [..." 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"];
  // Every brand that differs in one sign from one that is taken.
  for (const known of all) {
    for (const at of known.split("").keys()) {
      for (const sign of signs) {
        const brand = known.slice(0, at) + sign + known.slice(at + 1);
        if (!all.has(brand)) expect(sortOf(film(brand)), brand).toBeNull();
      }
    }
  }
});

test("films from before there were brands begin as the server knows them", () => {
  for (const box of accepted.oldQuickTime) {
    expect(sortOf(bytes([0, 0, 0, 8], box))?.mediaType).toBe("video/quicktime");
  }
  expect(sortOf(bytes([0, 0, 0, 8], "pnot"))).toBeNull();
});
