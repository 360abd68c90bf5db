import { expect, test } from "vitest";
import { addressOf, lineOf } from "./link.ts";

test.each([
  ["https://shop.example/bowl", "https://shop.example/bowl"],
  ["http://shop.example/?a=1&b[]=2#top", "http://shop.example/?a=1&b%5B%5D=2#top"],
  ["/bowl?c=ash", "https://shop.example/bowl?c=ash"],
  ["https://shop.example/a|b?q={x}^`#a#b", "https://shop.example/a%7Cb?q=%7Bx%7D%5E%60#a%23b"],
  ["https://shop.example/100%?q=%zz", "https://shop.example/100%25?q=%25zz"],
  ["https://anna:secret@shop.example/", "https://shop.example/"],
  ["https://müller.example/schüssel", "https://xn--mller-kva.example/sch%C3%BCssel"],
])("%s is told as %s", (told, address) => {
  expect(addressOf(told, "https://shop.example/cart")).toBe(address);
});

test.each([
  "javascript:alert(1)",
  "data:text/html,hello",
  "file:///etc/passwd",
  "about:srcdoc",
  "https://",
  7,
  null,
  { href: "https://shop.example" },
])("%j is no address", (told) => {
  expect(addressOf(told)).toBeUndefined();
});

test("an address that is too long goes without what is behind it", () => {
  const long = "x".repeat(1990);

  expect(addressOf(`https://shop.example/bowl?a=1#${long}`)).toBe("https://shop.example/bowl?a=1");
  expect(addressOf(`https://shop.example/bowl?a=${long}#top`)).toBe("https://shop.example/bowl");
  expect(addressOf(`https://shop.example/${long}`)).toBeUndefined();
});

test("text is one line that can be stored, and whole characters", () => {
  expect(lineOf("  Two\n bowls\u0000 \ud83d ", 300)).toBe("Two bowls");
  expect(lineOf("\u{1F963}".repeat(400), 300)).toBe("\u{1F963}".repeat(300));
  expect(lineOf("\u202e \u200b", 300)).toBeUndefined();
  expect(lineOf({ toString: () => "bowl" }, 300)).toBeUndefined();
});
