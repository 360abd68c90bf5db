import fc from "fast-check";
import { expect, test } from "vitest";
import { type Link, linkParts } from "./links.ts";

function linksIn(text: string): Link[] {
  return linkParts(text).filter((part) => typeof part !== "string");
}

test("web, mail and telephone links become clickable", () => {
  expect(linksIn("See https://shop.example/a?b=1#c, shop.com or www.shop.com.")).toEqual([
    { text: "https://shop.example/a?b=1#c", href: "https://shop.example/a?b=1#c" },
    { text: "shop.com", href: "https://shop.com/" },
    { text: "www.shop.com", href: "https://www.shop.com/" },
  ]);
  expect(linksIn("anna@example.com or mailto:me@example.com")).toEqual([
    { text: "anna@example.com", href: "mailto:anna@example.com" },
    { text: "mailto:me@example.com", href: "mailto:me@example.com" },
  ]);
  expect(linksIn("tel:+35621234567")).toEqual([
    { text: "tel:+35621234567", href: "tel:+35621234567" },
  ]);
});

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(document.cookie)",
  "java\u0000script:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "file:///etc/passwd",
  "blob:https://shop.example/1",
  "https://bank.example@evil.example/",
  "https://user:secret@evil.example/",
  "https://shop.example/\u202Egnp.exe",
  "https://sh\u200Bop.example/",
  "http://",
  "http://[::1",
])("%j never becomes a dangerous link", (text) => {
  for (const { href } of linksIn(text)) {
    const url = new URL(href);
    expect(["http:", "https:", "mailto:", "tel:"]).toContain(url.protocol);
    expect(url.username + url.password).toBe("");
    expect(href).not.toMatch(/\u202e|\u200b/iu);
  }
});

test("tags stay text", () => {
  expect(linkParts('<img src=x onerror="alert(1)"><script>alert(2)</script>')).toEqual([
    '<img src=x onerror="alert(1)"><script>alert(2)</script>',
  ]);
});

test("a quote or bracket after an address stays outside the link", () => {
  expect(linksIn('"https://shop.example/a"><b>')).toEqual([
    { text: "https://shop.example/a", href: "https://shop.example/a" },
  ]);
});

test("the pieces joined are the text, whatever it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      const joined = linkParts(text)
        .map((part) => (typeof part === "string" ? part : part.text))
        .join("");
      expect(joined).toBe(text);
    }),
  );
}, 60_000);

test.each(["a.", "http://", "((((", "a@", "-.-", "https://a.b/("])(
  "10,000 characters of %j take no noticeable time",
  (piece) => {
    const text = piece.repeat(10_000 / piece.length);
    const start = performance.now();
    linkParts(text);
    expect(performance.now() - start).toBeLessThan(500);
  },
);

test.each([
  ["HTTPS://Shop.Example/A.", "HTTPS://Shop.Example/A", "https://shop.example/A"],
  ["(see https://shop.example/a).", "https://shop.example/a", "https://shop.example/a"],
  ["https://shop.example/a!?…", "https://shop.example/a", "https://shop.example/a"],
  ["انظر https://shop.example/a، شكرا", "https://shop.example/a", "https://shop.example/a"],
  ["עוד: https://shop.example/a.", "https://shop.example/a", "https://shop.example/a"],
  ["Tel:+356 212", "Tel:+356", "tel:+356"],
])("in %j the sentence stays outside the link", (text, shown, href) => {
  expect(linksIn(text)).toEqual([{ text: shown, href }]);
});

test.each([
  "JAVASCRIPT:alert(1)",
  "javascript&colon;alert(1)",
  "ja\u200Bvascript:alert(1)",
  "javascript\u00ad:alert(1)",
  "\u0001javascript:alert(1)",
  "DATA:text/html;base64,PHNjcmlwdD4=",
  "data\u200D:text/html,x",
  "intent://scan#Intent;end",
  "shopbell:open",
  "view-source:https\u200B://shop.example",
])("%j is no link", (text) => {
  expect(linksIn(text).map(({ href }) => new URL(href).protocol)).not.toContain("javascript:");
  expect(
    linksIn(text).filter(({ text: shown }) => /script|data|intent|shopbell/i.test(shown)),
  ).toEqual([]);
});

test("a name in look-alike letters is shown as it was written, and leads where it says", () => {
  const [link] = linksIn("https://аpple.example/");
  expect(link?.text).toBe("https://аpple.example/");
  expect(link?.href).toBe("https://xn--pple-43d.example/");
});
