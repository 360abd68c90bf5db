import { expect, test } from "vitest";
import { cleanDescription, cleanName } from "./names.ts";

test.each([
  ["mug.jpg", "mug.jpg"],
  ["../../etc/passwd.png", "passwd.png"],
  ["C:\\photos\\mug.jpg", "mug.jpg"],
  ["invoice\u202egpj.exe", "invoicegpj.exe"],
  ["mu\u0000g\n.png", "mug.png"],
  ["صورة.jpg", "صورة.jpg"],
  ["..hidden.png", "hidden.png"],
  ["", "file"],
  ["\u200b", "file"],
])("%j is sent as %j", (name, clean) => {
  expect(cleanName(name)).toBe(clean);
});

test("a very long name keeps its ending", () => {
  const clean = cleanName(`${"a".repeat(10_000)}.webp`);
  expect(clean).toHaveLength(120);
  expect(clean.endsWith(".webp")).toBe(true);
});

test("a description turns nothing around, and keeps its lines and its own direction", () => {
  expect(cleanDescription("a \u202egnp\u2069")).toBe("a gnp");
  expect(cleanDescription("صورة\u200f (1)\nB")).toBe("صورة\u200f (1)\nB");
});
