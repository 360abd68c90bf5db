import fc from "fast-check";
import { expect, test } from "vitest";
import { type Piece, piecesOf, realSite } from "./links.ts";

const text = (pieces: readonly Piece[]) =>
  pieces.map((piece) => (typeof piece === "string" ? piece : piece.text)).join("");
const hrefs = (message: string) =>
  piecesOf(message).flatMap((piece) => (typeof piece === "string" ? [] : [piece.href]));

test.each([
  ["see https://a.example/b?c=1&d=2#e", ["https://a.example/b?c=1&d=2#e"]],
  ["HTTP://A.example.", ["http://a.example/"]],
  ["(https://a.example/x_(y)) and more", ["https://a.example/x_(y)"]],
  ["https://a.example/x), then", ["https://a.example/x"]],
  ["انظر https://a.example/طلب، شكراً", ["https://a.example/%D8%B7%D9%84%D8%A8"]],
  ["anna@example.com!", ["mailto:anna@example.com"]],
  ["mailto:anna@example.com tel:+35612345", ["mailto:anna@example.com", "tel:+35612345"]],
  ["a.b no.link here", []],
  [
    "(www.Example.org/a), or WWW.b.example.",
    ["https://www.example.org/a", "https://www.b.example/"],
  ],
  ["www. www.x www.. awww.example.org x/www.example.org", []],
  ["anna@www.example.org", ["mailto:anna@www.example.org"]],
  ["https://a.example/(x)).)", ["https://a.example/(x)"]],
])("%j", (message, expected) => {
  expect(hrefs(message)).toEqual(expected);
});

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "file:///etc/passwd",
  "blob:https://a.example/x",
  "<script>alert(1)</script>",
  "https://",
  "http://[broken",
  "https://bank.example@evil.example",
  "https://user:secret@evil.example/",
  "www.bank.example@evil.example",
])("%j is no link", (message) => {
  expect(hrefs(message)).toEqual([]);
  expect(piecesOf(message)).toEqual([message]);
});

test("a mark that turns the direction of text ends a link, so it cannot hide where the link leads", () => {
  expect(hrefs("https://good.example/\u202Egpj.exe")).toEqual(["https://good.example/"]);
});

test("whatever is written stays as it is written, and every link is safe", () => {
  const words = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(
      "https://",
      "http://a.example",
      "javascript:",
      "mailto:",
      "tel:",
      "a@b.c",
      "www.a.example",
      "@",
      ")",
      ".",
      "\n",
      "<a href=",
    ),
  );
  fc.assert(
    fc.property(fc.array(words), (parts) => {
      const message = parts.join("");
      expect(text(piecesOf(message))).toBe(message);
      for (const href of hrefs(message)) {
        expect(href).toMatch(/^(https?|mailto|tel):/);
        expect(new URL(href).username).toBe("");
      }
    }),
  );
});

test("ten thousand characters are looked through at once", () => {
  for (const unit of [
    "a@",
    "https://",
    "(",
    "a.",
    "@a-",
    "tel:(",
    "(www.a",
    "-.-",
    "https://a.b/(",
  ]) {
    const started = performance.now();
    piecesOf(unit.repeat(10_000 / unit.length));
    expect(performance.now() - started).toBeLessThan(500);
  }
});

test("ten thousand brackets after an address are taken off at once", () => {
  const started = performance.now();
  expect(hrefs(`http://a.example${")".repeat(9_980)}`)).toEqual(["http://a.example/"]);
  expect(hrefs("http://".concat(")".repeat(9_990)))).toEqual([]);
  expect(performance.now() - started).toBeLessThan(200);
});

test.each([
  "JAVASCRIPT:alert(1)",
  "ja\u200Bvascript:alert(1)",
  "javascript\u00ad:alert(1)",
  "\u0001javascript:alert(1)",
  "DATA:text/html;base64,PHNjcmlwdD4=",
  "data\u200D:text/html,x",
  "intent://scan#Intent;end",
])("%j is no link, whatever hides in it", (message) => {
  expect(hrefs(message)).toEqual([]);
});

test.each([
  ["https://shop.example/a!?…", ["https://shop.example/a"]],
  ["עוד: https://shop.example/a.", ["https://shop.example/a"]],
  ["Tel:+35612345.", ["tel:+35612345"]],
])("in %j the sentence stays outside the link", (message, expected) => {
  expect(hrefs(message)).toEqual(expected);
});

test("a name in look-alike letters is shown as it was written, with what it really is", () => {
  const sites = (message: string) =>
    piecesOf(message).flatMap((piece) => (typeof piece === "string" ? [] : [realSite(piece)]));

  expect(sites("https://аррӏе.com and www.аpple.example")).toEqual([
    "xn--80ak6aa92e.com",
    "www.xn--pple-43d.example",
  ]);
  expect(sites("https://XN--80ak6aa92e.com/é https://shop.example/é a@shop.example")).toEqual([
    "",
    "",
    "",
  ]);
});

test.each(["photo.zip", "clip.mov", "readme.md", "shop.com", "invoice.app/x", "a.py, b.sh"])(
  "%j is the name of a file as much as of a site, so it leads nowhere",
  (message) => {
    expect(piecesOf(message)).toEqual([message]);
  },
);

test.each([
  "https://shop.example/\u202Egnp.exe",
  "https://sh\u200Bop.example/",
  "javascript&colon;alert(1)",
  "java\u0000script:alert(1)",
  "view-source:https\u200B://shop.example",
  "shopbell:open",
])("nothing that is hidden in %j is in a link", (message) => {
  for (const href of hrefs(message)) {
    expect(href).toMatch(/^https:\/\/shop\.example\//);
    expect(href).not.toMatch(/\u202e|\u200b|script/iu);
  }
});

test("a quote or bracket after an address stays outside the link", () => {
  expect(hrefs('"https://shop.example/a"><b>')).toEqual(["https://shop.example/a"]);
});
