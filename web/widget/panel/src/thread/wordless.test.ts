import { expect, test } from "vitest";
import { texts } from "../../../testkit/texts.ts";
import type { Said } from "./lines.ts";
import { inWords } from "./wordless.ts";

const file = (kind: "image" | "video"): Said["files"][number] => ({
  id: kind,
  kind,
  name: "a",
  mediaType: "",
  size: 1,
  width: 1,
  height: 1,
  duration: null,
  placeholder: null,
  alt: null,
  thumbnail: false,
  poster: false,
  animated: false,
});
const files = (images: number, videos: number) => [
  ...Array.from({ length: videos }, () => file("video")),
  ...Array.from({ length: images }, () => file("image")),
];

test("a message without words says how many photos and videos it shows", () => {
  const said = (images: number, videos: number) => inWords("", files(images, videos), texts.en);

  expect(said(1, 0)).toBe("Photo");
  expect(said(0, 1)).toBe("Video");
  expect(said(2, 1)).toBe("2 photos, Video");
  expect(said(3, 2)).toBe("3 photos, 2 videos");
  expect(inWords("", ["on its way"], texts.en)).toBe("Photo");
});

test("so it does in Arabic", () => {
  const said = (images: number, videos: number) => inWords("", files(images, videos), texts.ar);

  expect(said(1, 1)).toBe("صورة، فيديو");
  expect(said(2, 2)).toBe("صورتان، مقطعا فيديو");
  expect(said(3, 11)).toBe("3 صور، 11 مقطع فيديو");
});

test("words are enough, and no message is empty words", () => {
  expect(inWords("Hello", files(2, 0), texts.en)).toBe("Hello");
  expect(inWords("", [], texts.en)).toBe("");
});

test("a message without words that brings something of the shop says what", () => {
  expect(inWords("", [], texts.en, [{ kind: "product", title: "Ash bowl" }])).toBe("Ash bowl");
  expect(inWords("", [], texts.en, [{ kind: "discount", code: "BOWL10" }])).toBe("BOWL10");
  expect(inWords("Look", [], texts.en, [{ kind: "product", title: "Ash bowl" }])).toBe("Look");
});

test("a card of a kind that is not known yet is passed over", () => {
  expect(inWords("", [], texts.en, [{ kind: "voucher" }])).toBe("");
  expect(inWords("", files(1, 0), texts.en, [{ kind: "voucher", title: 7 }])).toBe("Photo");
});
