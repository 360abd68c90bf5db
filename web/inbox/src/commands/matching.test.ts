import { expect, test } from "vitest";
import { rankOf } from "./matching.ts";

test("the beginning is better than the beginning of a word, and that better than the middle", () => {
  expect(rankOf("an", ["Anna Kowalska"])).toBe(0);
  expect(rankOf("ko", ["Anna Kowalska"])).toBe(1);
  expect(rankOf("wal", ["Anna Kowalska"])).toBe(2);
  expect(rankOf("berta", ["Anna Kowalska"])).toBeNull();
});

test("every word has to be found, in any order and in any of the texts", () => {
  expect(rankOf("kowalska an", ["Anna Kowalska"])).not.toBeNull();
  expect(rankOf("anna example.com", ["Anna Kowalska", "anna@example.com"])).not.toBeNull();
  expect(rankOf("anna weber", ["Anna Kowalska", null])).toBeNull();
});

test("accents and capitals do not matter", () => {
  expect(rankOf("nystrom", ["Clara Nyström"])).toBe(1);
  expect(rankOf("ÉLO", ["Eloise"])).toBe(0);
});

test("nothing typed finds everything", () => {
  expect(rankOf("  ", ["Anna"])).toBe(0);
});
