import { expect, test } from "vitest";
import { cleanName } from "./names.ts";

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
