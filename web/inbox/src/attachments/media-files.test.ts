import { expect, test } from "vitest";
import { anAttachment } from "../../testkit/given.ts";
import { mediaOf } from "./media-files.ts";
import { heightFor, placeFor } from "./media-place.ts";

const place = { store: "s", conversation: "c" };
const nothing = { uploads: [], arrived: new Map<string, string>() };
const at = "/api/staff/stores/s/conversations/c/attachments";
const stored = (id: string, changed = {}) =>
  ({ kind: "stored", attachment: anAttachment(id, changed) }) as const;

test("an image is shown small where there is a small one, and whole in the viewer", () => {
  const [small, whole] = mediaOf([stored("a", { thumbnail: true }), stored("b")], nothing, place);
  expect(small).toMatchObject({ small: `${at}/a/thumbnail`, whole: `${at}/a/content` });
  expect(whole).toMatchObject({ small: `${at}/b/content`, download: `${at}/b/content` });
});

test("a video shows its poster, or nothing until it is opened", () => {
  const videos = [stored("a", { kind: "video", poster: true }), stored("b", { kind: "video" })];
  expect(mediaOf(videos, nothing, place).map(({ small }) => small)).toEqual([
    `${at}/a/poster`,
    null,
  ]);
});

test("what this page sent stays as it was on screen", () => {
  const arrived = new Map([["a", "blob:1"]]);
  const [one] = mediaOf([stored("a")], { ...nothing, arrived }, place);
  expect(one).toMatchObject({ small: "blob:1", whole: `${at}/a/content` });
});

test("one that is on its way and of which nothing is left has a place all the same", () => {
  const [one] = mediaOf([{ kind: "kept", id: "lost" }], nothing, place);
  expect(one).toMatchObject({ id: "lost", small: null, whole: null, download: null });
});

test.each([
  [1200, 900, 280, 210],
  [900, 1200, 225, 300],
  [4000, 100, 280, 96],
  [120, 100, 120, 100],
  [10, 10, 96, 96],
  [0, 0, 200, 150],
])("%i by %i is drawn %i by %i", (width, height, wide, high) => {
  expect(placeFor({ width, height })).toEqual({ width: wide, height: high });
});

test("the place of several is known before they are, and grows no further than four", () => {
  const some = (count: number) => Array.from({ length: count }, (_, index) => stored(`${index}`));
  expect(heightFor([stored("a", { width: 1200, height: 900 })])).toBe(210);
  expect([2, 3, 4, 9].map((count) => heightFor(some(count)))).toEqual([112, 228, 228, 228]);
});
