import { describe, expect, test } from "vitest";
import { aPicture, goodEyes } from "../../testkit/files.ts";
import { type Eyes, fitted, look } from "./look.ts";
import { MOST_BYTES, megabytes } from "./problems.ts";

const MP4 = [0, 0, 0, 24, ...[..."ftypisom"].map((sign) => sign.charCodeAt(0))];
const GIF = [..."GIF89a"].map((sign) => sign.charCodeAt(0));
const HEIC = [0, 0, 0, 24, ...[..."ftypheic"].map((sign) => sign.charCodeAt(0))];

function filmOf(seconds: number | null): Eyes {
  return { ...goodEyes, film: async () => ({ seconds, width: 4, height: 3, poster: null }) };
}

describe("an image", () => {
  test("of exactly a megabyte fits, and goes with the type that it is", async () => {
    const found = await look(aPicture("mug.jpg", MOST_BYTES), goodEyes);

    expect(found).toMatchObject({ kind: "fits", looked: { kind: "image", width: 40, height: 30 } });
    expect(found.kind === "fits" && found.looked.file.type).toBe("image/png");
    expect(found.kind === "fits" && found.looked.file.size).toBe(MOST_BYTES);
  });

  test("of one byte more is too large, and can be shrunk", async () => {
    const file = aPicture("mug.png", MOST_BYTES + 1);

    expect(await look(file, goodEyes)).toEqual({
      kind: "problem",
      problem: { kind: "too_large", of: "image", bytes: MOST_BYTES + 1, canShrink: true },
    });
    expect(await fitted(file, goodEyes)).toMatchObject({ kind: "fits", looked: { width: 40 } });
  });

  test("that moves is not offered to stand still", async () => {
    expect(await look(aPicture("a.gif", MOST_BYTES + 1, GIF), goodEyes)).toMatchObject({
      problem: { kind: "too_large", canShrink: false },
    });
  });

  test("of a kind that not every browser shows is turned into another, where this one can", async () => {
    const file = aPicture("a.heic", 100, HEIC);
    const found = await look(file, goodEyes);

    expect(found.kind === "fits" && (await found.looked.file.text())).toBe("drawn");
    expect(await look(file, { ...goodEyes, converted: async () => null })).toEqual({
      kind: "problem",
      problem: { kind: "unreadable" },
    });
  });

  test("that this browser cannot read is the server's to decide on", async () => {
    const found = await look(aPicture("a.png"), { ...goodEyes, sizeOf: async () => null });
    expect(found).toMatchObject({ kind: "fits", looked: { width: 0, height: 0 } });
  });
});

describe("a video", () => {
  test("of a megabyte and a minute fits, with a frame to show", async () => {
    const film = aPicture("a.mp4", MOST_BYTES, MP4);
    expect(await look(film, filmOf(60))).toMatchObject({ kind: "fits", looked: { kind: "video" } });
    expect(await look(film, goodEyes)).toMatchObject({ looked: { poster: expect.any(Blob) } });
  });

  test("of one byte more is too large, and stays so", async () => {
    expect(await look(aPicture("a.mp4", MOST_BYTES + 1, MP4), goodEyes)).toEqual({
      kind: "problem",
      problem: { kind: "too_large", of: "video", bytes: MOST_BYTES + 1, canShrink: false },
    });
  });

  test("of more than a minute is too long", async () => {
    expect(await look(aPicture("a.mp4", 100, MP4), filmOf(60.5))).toEqual({
      kind: "problem",
      problem: { kind: "too_long", seconds: 60.5 },
    });
  });

  test("of unknown length is the server's to decide on", async () => {
    expect(await look(aPicture("a.mp4", 100, MP4), filmOf(null))).toMatchObject({ kind: "fits" });
  });
});

test("what its name calls a picture and is none cannot be sent", async () => {
  expect(await look(new File(["MZ program"], "mug.png"), goodEyes)).toEqual({
    kind: "problem",
    problem: { kind: "wrong_type" },
  });
});

test("what is over the limit never looks as if it were not", () => {
  expect(megabytes(MOST_BYTES)).toBe(1);
  expect(megabytes(MOST_BYTES + 1)).toBe(1.1);
  expect(megabytes(3.4 * MOST_BYTES)).toBe(3.4);
});
