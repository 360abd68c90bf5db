import { expect, test } from "vitest";
import { mistakesIn, shortcutOf } from "./check.ts";

test("a shortcut is one word, and names one quick reply however it is spelt", () => {
  const others = [{ shortcut: "größe" }];
  const draft = (shortcut: string) => ({ title: "Size", shortcut, text: "Medium" });

  expect(shortcutOf(" /GRÖẞE ")).toBe("größe");
  expect(mistakesIn(draft("/Größe"), others)).toEqual({ shortcut: "shortcut_taken" });
  expect(mistakesIn(draft("gro\u0308ße"), others)).toEqual({ shortcut: "shortcut_taken" });
  expect(mistakesIn(draft("two words"), others)).toEqual({ shortcut: "shortcut_invalid" });
  expect(mistakesIn(draft("/"), others)).toEqual({ shortcut: "shortcut_invalid" });
  expect(mistakesIn(draft("x".repeat(33)), others)).toEqual({ shortcut: "shortcut_invalid" });
  expect(mistakesIn(draft("size-2_b"), others)).toEqual({});
});

test("everything that is missing is told at once", () => {
  expect(mistakesIn({ title: " ", shortcut: "", text: "\n" }, [])).toEqual({
    title: "title_empty",
    shortcut: "shortcut_invalid",
    text: "text_empty",
  });
});
